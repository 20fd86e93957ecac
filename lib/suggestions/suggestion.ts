import { tokensOf } from "@/lib/catalogue/understanding/tokens";
import { untie } from "@/lib/catalogue/understanding/understand";

export const suggestionKinds = ["field", "skill", "place", "provider", "offering"] as const;
export type SuggestionKind = (typeof suggestionKinds)[number];

/** What somebody may mean who has begun to write: where it leads, and what is told beside it. */
export type Suggestion = {
  text: string;
  /** Of the text, where it is not the reader's. */
  language?: string;
  /** How many offerings are behind it; for an offering, whose it is. */
  count?: number;
  provider?: string;
  /** What else was written, for a place. */
  words?: string;
  href: string;
};

export type Suggestions = Record<SuggestionKind, Suggestion[]>;

/** So many of each kind, so that all fit on a phone above its keyboard. */
export const mostOf: Record<SuggestionKind, number> = { field: 3, skill: 2, place: 2, provider: 2, offering: 4 };

/** Less says nothing yet. */
export const shortestBeginning = 2;

/**
 * Tells names that have all words that were written, of which the last may be only begun: "machine lea" begins "Machine learning", and not
 * "Learning about machines".
 */
export function beginning(written: string): (name: string) => boolean {
  const words = tokensOf(written).map(({ folded }) => folded);
  const last = words.pop();
  return (name) => {
    const names = wordsOf(name);
    return last !== undefined && words.every((word) => names.includes(word)) && names.some((one) => one.startsWith(last));
  };
}

/** Names of fields, places and providers are looked through for every few letters that anybody writes: the same few thousand, taken apart once. */
const takenApart = new Map<string, string[]>();

function wordsOf(name: string): string[] {
  let words = takenApart.get(name);
  if (!words) {
    words = tokensOf(name).map(({ folded }) => folded);
    takenApart.set(name, words);
  }
  return words;
}

/** How a question may end in the beginning of a place: all of it, or its last words, and what stands before them. */
export function placesBegun(written: string): { words: string; place: string }[] {
  const tokens = tokensOf(written);
  return tokens
    .map(({ from }) => ({ words: untie(written.slice(0, from)), place: written.slice(from).trim() }))
    .slice(-longestPlace)
    .filter(({ place }) => place.length >= shortestPlace);
}

/** Tells places that are meant by their beginning: "la lou" is "La Louvière". */
export function beginningOfPlace(written: string): (name: string) => boolean {
  const begun = tokensOf(written)
    .map(({ folded }) => folded)
    .join(" ");
  return (name) => wordsOf(name).join(" ").startsWith(begun);
}

const longestPlace = 3;
const shortestPlace = 3;
