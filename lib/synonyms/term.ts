import { isTelling } from "@/lib/catalogue/telling-words";
import { folded, longestPhrase, nameInOneWord, type SynonymGroup } from "./synonym";

/** By a folded term of several words, the one word by which its group is asked for, and whether the group only means what it finds. */
export type Terms = ReadonlyMap<string, { name: string; isWish: boolean }>;

export function toTerms(groups: readonly Pick<SynonymGroup, "words" | "means">[]): Terms {
  const terms = new Map<string, { name: string; isWish: boolean; rank: number }>();
  for (const { words, means } of groups) {
    const name = nameInOneWord(words);
    // A group's own word is known to the texts; one written together stands in none of them, and in the engine's table alone.
    const rank = (words.includes(name) ? 2 : 0) + (means.length === 0 ? 1 : 0);
    for (const term of words.map(folded).filter((word) => word.includes(" ")))
      if (rank > (terms.get(term)?.rank ?? -1)) terms.set(term, { name, isWish: means.length > 0, rank });
  }
  return terms;
}

/**
 * A question in which a term of several words stands, with one word that means the same in its place: "bijen houden" is "imker". The engine
 * takes each word of a question by itself, and would bring what has both somewhere before what has another name for the one thing. The term
 * tells most, and comes first; beside it stays what tells something. A wish ("with my hands") tells least, and is asked for where nothing else
 * is said. In quotes, words are what they are.
 */
export function withTerm(question: string, terms: Terms): string | undefined {
  if (question.includes('"')) return undefined;
  const words = question.match(/[\p{L}\p{N}'’-]+/gu) ?? [];
  for (const { from, to } of phrasesIn(words)) {
    const term = terms.get(folded(words.slice(from, to).join(" ")));
    if (!term) continue;
    const others = [...words.slice(0, from), ...words.slice(to)].filter(isTelling);
    if (!term.isWish || others.length === 0) return [term.name, ...others].join(" ");
  }
  return undefined;
}

/** Where terms can stand, the longest first. */
function phrasesIn(words: string[]): { from: number; to: number }[] {
  const lengths = Array.from({ length: longestPhrase }, (_, less) => longestPhrase - less);
  return lengths.flatMap((length) => words.slice(length - 1).map((_, from) => ({ from, to: from + length })));
}
