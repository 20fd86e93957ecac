import { createHash } from "node:crypto";
import type { Texts } from "@/db/schema";
import type { Day } from "@/lib/days/days";
import { canonicalJson } from "./canonical-json";

/** What the public log tells. No entry holds anything about a person. */
export type EntryKind = "decision" | OfferingEntryKind;
type OfferingEntryKind = "publication" | OfferingAct;
export type OfferingAct = "withdrawal" | "restoration" | "archiving" | "supersession";

type Named = { id: string; slug: string };

/** All of a decision that is public, and a seal on the rest. */
export type DecisionEntry = {
  type: "decision";
  id: string;
  number: number;
  kind: string;
  authority: Named;
  organisation: Named;
  decidedOn: Day;
  effectiveFrom: Day;
  reviewOn: Day | null;
  statement: Texts;
  reasons: Texts;
  documentUrl: string | null;
  supersedes: string | null;
  changes: unknown[];
  recordedAt: string;
  /** SHA-256 of a secret and who signed: proves later that it was not changed, and says nothing. */
  sealed: string;
};

/** The searchable facts beside a version's content, as they are stored. */
export type VersionFacts = {
  title: string;
  eqf: number;
  ects: number | null;
  hours: number | null;
  fields: string[];
  modes: string[];
  languages: string[];
  quality: string[];
  setting: string | null;
  completeness: number;
};

export type PublicationEntry = {
  type: "publication";
  offering: Named;
  provider: Named;
  version: { id: string; number: number };
  effectiveFrom: Day;
  publishedAt: string;
  /** SHA-256 of the canonical JSON of the version's content. */
  sha256: string;
  facts: VersionFacts & { searchTextSha256: string };
};

/** What an act made of an offering. */
type OfferingState = {
  status: "published" | "withdrawn" | "archived";
  version: string;
  supersededBy: string | null;
  withdrawnAt: string | null;
  reason: Texts | null;
};

export type ActEntry = { type: OfferingAct; offering: Named; provider: Named; at: string } & OfferingState;

export type LogEntry = DecisionEntry | PublicationEntry | ActEntry;

/** What of an entry is kept beside its text, to find it by. */
export function aboutOf(entry: LogEntry): { kind: EntryKind; subjectId: string; organisationId: string } {
  if (entry.type === "decision") return { kind: "decision", subjectId: entry.id, organisationId: entry.organisation.id };
  return { kind: entry.type, subjectId: entry.offering.id, organisationId: entry.provider.id };
}

export const readEntry = (content: string): LogEntry => JSON.parse(content) as LogEntry;

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");

/** The fingerprint of a version's content, the same for every order in which it may be written down. */
export const contentHash = (content: unknown): string => sha256(canonicalJson(content));
export const textHash = sha256;

export const sealOf = (salt: string, signedById: string | null): string => sha256(`${salt}\n${signedById ?? ""}`);
