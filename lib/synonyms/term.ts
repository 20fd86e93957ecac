import { isTelling } from "@/lib/catalogue/telling-words";
import { folded, longestPhrase, nameInOneWord, type SynonymGroup } from "./synonym";

/** Curated words are few and asked for with every search. */
const known = new Map<string, string>();

function foldedOnce(word: string): string {
  const before = known.get(word);
  if (before !== undefined) return before;
  if (known.size > 20_000) known.clear();
  const now = folded(word);
  known.set(word, now);
  return now;
}

/**
 * A question in which a term of several words stands, with one word that means the same in its place: "bijen houden" is "imker". The engine
 * takes each word of a question by itself, and would bring what has both somewhere before what has another name for the one thing. The term
 * tells most, and comes first; beside it stays what tells something. In quotes, words are what they are.
 */
export function withTerm(question: string, groups: readonly Pick<SynonymGroup, "words">[]): string | undefined {
  if (question.includes('"')) return undefined;
  const words = question.match(/[\p{L}\p{N}'’-]+/gu) ?? [];
  for (const { from, to } of phrasesIn(words)) {
    const phrase = folded(words.slice(from, to).join(" "));
    if (!phrase.includes(" ")) continue;
    const names = groups.filter((group) => group.words.some((word) => foldedOnce(word) === phrase)).map((group) => group.words);
    // A group's own word is known to the texts; one written together stands in none of them, and in the engine's table alone.
    const group = names.find((own) => own.includes(nameInOneWord(own))) ?? names[0];
    if (group) return [nameInOneWord(group), ...[...words.slice(0, from), ...words.slice(to)].filter(isTelling)].join(" ");
  }
  return undefined;
}

/** Where terms can stand, the longest first. */
function phrasesIn(words: string[]): { from: number; to: number }[] {
  const lengths = Array.from({ length: longestPhrase }, (_, less) => longestPhrase - less);
  return lengths.flatMap((length) => words.slice(length - 1).map((_, from) => ({ from, to: from + length })));
}
