import { isTelling } from "@/lib/catalogue/telling-words";
import type { Problem } from "@/lib/result";
import stopWords from "./stop-words.json";

/** Words for one another; with `means`, whoever asks by one of `words` finds these too, and not the other way round. */
export type SynonymGroup = { language: string; words: string[]; means: string[] };

/** By a folded word or phrase, what else is looked for. */
export type Synonyms = ReadonlyMap<string, readonly string[]>;
export const noSynonyms: Synonyms = new Map();

/** What is the same in several languages, such as abbreviations. */
export const anyLanguage = "mul";
export const synonymLanguages = [anyLanguage, "en", "nl", "fr", "de"] as const;

/** The search engine takes phrases of up to three words. */
export const longestPhrase = 3;
const mostWords = 20;
const longestWord = 60;

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** As search compares words: without case and accents. */
export function folded(text: string): string {
  return wordsOf(text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()).join(" ");
}

const stops = new Set(Object.values(stopWords).flat());

/**
 * What would do harm: a word of one letter, which stands in every text, and a small word such as "it" as what is found. Somebody may ask
 * by one ("IT" for ICT); nobody who asks for ICT wants every text with "it".
 */
export function problemsWithGroup({ words, means }: SynonymGroup): Problem[] {
  const problems: Problem[] = [];
  const found = means.length > 0 ? means : words;
  const sides = { words, means };
  for (const field of ["words", "means"] as const) {
    const all = sides[field];
    const keys = all.map(folded);
    if (keys.some((key) => [...key].length < 2)) problems.push({ code: "synonymTooShort", field });
    if (all.some((one) => wordsOf(one).length > longestPhrase || one.length > longestWord))
      problems.push({ code: "synonymTooLong", field });
    if (all === found && keys.some((key) => key.split(" ").every((word) => stops.has(word))))
      problems.push({ code: "synonymIsSmallWord", field });
    if (all.length > mostWords) problems.push({ code: "synonymsTooMany", field });
  }
  const distinct = new Set([...words, ...means].map(folded));
  if (words.length === 0 || distinct.size < 2) problems.push({ code: "synonymsTooFew", field: "words" });
  else if (distinct.size < words.length + means.length) problems.push({ code: "synonymTwice", field: "words" });
  return problems;
}

/**
 * One word by which a group is asked for, so that a term of several words is one thing: the first of its own, or, where it has none, its first
 * term written together, which `toTable` has stand for all of them ("machinelearning").
 */
export function nameInOneWord(words: readonly string[]): string {
  return words.find((word) => /^\p{L}+$/u.test(word)) ?? folded(words[0] ?? "").replaceAll(" ", "");
}

/** All groups as one table: for each word, what else finds what it finds. Groups are not chained: what two of them share joins nothing. */
export function toTable(groups: readonly SynonymGroup[]): Map<string, string[]> {
  const table = new Map<string, string[]>();
  const add = (key: string, others: string[]) =>
    table.set(
      key,
      [...new Set([...(table.get(key) ?? []), ...others.map(folded)])].filter((other) => other !== key),
    );
  for (const { words, means } of groups) {
    for (const word of words) add(folded(word), means.length > 0 ? means : words);
    const name = nameInOneWord(words);
    if (!words.includes(name)) add(name, [...words, ...means]);
  }
  return table;
}

/** The words of a question one by one, a term that stands for others in one piece, with these. */
function pieces(words: string[], synonyms: Synonyms): { taken: string[]; others: readonly string[] }[] {
  const found = [];
  for (let at = 0; at < words.length; ) {
    const lengths = [3, 2, 1].filter((length) => at + length <= words.length);
    const length = lengths.find((one) => synonyms.has(folded(words.slice(at, at + one).join(" ")))) ?? 1;
    const taken = words.slice(at, at + length);
    found.push({ taken, others: synonyms.get(folded(taken.join(" "))) ?? [] });
    at += length;
  }
  return found;
}

/** A question as it was written, and with one term in the words of what that stands for, in quotation marks: no letter is forgiven there: so many of these at the most. */
export function inOtherWords(q: string, synonyms: Synonyms, most: number): string[] {
  const all = pieces(wordsOf(q), synonyms);
  const said = all.map(({ taken }) => taken.join(" "));
  const others = all.flatMap(({ others }, at) => others.map((other) => said.with(at, `"${other}"`).join(" ")));
  return [q, ...others.slice(0, most)];
}

/**
 * The words of a search as Postgres' full text asks for them: each as a beginning, or one of what it stands for, as a phrase. What tells nothing
 * is left out, but in a term: "pompe à chaleur" is one thing.
 */
export function toTsquery(q: string, synonyms: Synonyms): string {
  const words = wordsOf(q);
  const isAsked = words.some(isTelling) && !q.includes('"') ? isTelling : () => true;
  const parts: string[] = [];
  for (const { taken, others } of pieces(words, synonyms)) {
    if (taken.length === 1 && !taken.every(isAsked)) continue;
    const own = taken.map((word) => `${word}:*`).join(" & ");
    const phrases = others.map((other) => `(${wordsOf(other).join(" <-> ")})`);
    parts.push(phrases.length === 0 ? own : `((${own}) | ${phrases.join(" | ")})`);
  }
  return parts.join(" & ");
}
