import type { FormState } from "@/lib/form";
import type { ShownClash } from "@/lib/offerings/drafts/form";

/** What a change would do, in the reader's words: shown before it is saved. */
export type ShownEffect = {
  /** Stands for exactly this; without it there is nothing to save. */
  mark: string | null;
  lines: { tone: "good" | "warn" | "none"; text: string }[];
  /** Whom it concerns. */
  told: string[];
  offerings: ShownOfferings | null;
  /** Whether anything becomes public at once. */
  publishes: boolean;
};

export type ShownOfferings = {
  title: string;
  items: { href: string; title: string; lang: string; note: string | null }[];
  more: string | null;
};

/** Live offerings that rely on what was to be taken away. */
export type ShownReliance = { field: string; all: string; offerings: ShownOfferings };

/** What the form of the statements knows: the state it began from, and what the last attempt would do or met. */
export type StatementState = FormState & { base: string; clashes: ShownClash[]; effect: ShownEffect | null; relied: ShownReliance[] };
