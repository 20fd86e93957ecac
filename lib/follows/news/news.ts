import type { KeptChange } from "@/lib/lists/kept";

/** What there is to tell of one thing that is followed. */
export type News = {
  changes: KeptChange[];
  /** What a provider is now, where it is another thing than before. */
  standing: string | null;
  offerings: { title: string; provider: string; slug: string }[];
};

/** What is followed, for a sentence: an offering or provider by its name, a search by its words and how many filters it has. */
export type FollowedName =
  | { kind: "offering" | "provider"; title: string; path: string }
  | { kind: "search"; words: string; filters: number; path: string };

/** What is told of it in a mail, with the key by which it is ended. */
export type Told = { key: string; name: FollowedName; news: News };

/** More are counted, not named: an import of a thousand offerings is one short mail. */
export const mostNamed = 20;

export function isNews({ changes, standing, offerings }: News): boolean {
  return changes.length > 0 || standing !== null || offerings.length > 0;
}

/** The ids that were told, the latest last: as many as can be new within the time that is looked back over. */
export function withTold(told: string[], added: string[]): string[] {
  return [...told, ...added].slice(-500);
}
