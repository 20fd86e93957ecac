import type { Params } from "@/lib/catalogue/query";
import { addDays, type Day } from "@/lib/days/days";
import phrases from "./phrases.json";
import { longestAt, phraseAt, type Token } from "./tokens";

/** What the readers know beside the words. */
export type Known = {
  day: Day /** Folded names of places with the name to search near: `bare` are those that need no "in" before them. */;
  places: Map<string, string>;
  bare: Set<string> /** Folded names of regions with their codes. */;
  regions: Map<string, string>;
};

/** A reader finds at a word a phrase that is a filter: how many words it takes, and the parameters of the address that say the same. */
type Reading = { length: number; filters: Params };
export type Reader = (tokens: Token[], at: number, known: Known) => Reading | undefined;

const filterPhrases = new Map(
  Object.entries(phrases.filters).flatMap(([address, all]) => all.map((phrase) => [phrase, paramsOf(address)] as const)),
);
const unless: Record<string, { before?: string[]; after?: string[] }> = phrases.unless;

function paramsOf(address: string): Params {
  const params = new URLSearchParams(address);
  return Object.fromEntries([...new Set(params.keys())].map((name) => [name, params.getAll(name)]));
}

/** Words that stand for a filter as they are: "avondcursus", "en ligne", "kostenlos". Some mean something else beside certain others: "online marketing". */
const readPhrase: Reader = (tokens, at) => {
  const length = longestAt(tokens, at, (phrase) => filterPhrases.has(phrase));
  const phrase = phraseAt(tokens, at, length);
  const filters = phrase && filterPhrases.get(phrase);
  if (!phrase || !filters) return undefined;
  const { before = [], after = [] } = unless[phrase] ?? {};
  const [previous, next] = [tokens[at - 1]?.folded ?? "", tokens[at + length]?.folded ?? ""];
  return before.includes(next) || after.includes(previous) ? undefined : { length, filters };
};

const number = (token: Token | undefined) =>
  token && /^\d+([.,]\d+)?$/.test(token.text) ? Number(token.text.replace(",", ".")) : undefined;
const among = (words: string[]) => (phrase: string) => words.includes(phrase);

/** "niveau 6", "EQF 5", "EQR-Niveau 4". */
const readLevel: Reader = (tokens, at) => {
  const word = longestAt(tokens, at, among(phrases.levels));
  const joined = /^(?:eqf|eqr|ekr|cec|niveau)([1-8])$/.exec(tokens[at]?.folded ?? "")?.[1];
  if (joined) return { length: 1, filters: { eqf: joined } };
  const level = word > 0 ? tokens[at + word]?.text : undefined;
  return level && /^[1-8]$/.test(level) ? { length: word + 1, filters: { eqf: level } } : undefined;
};

type Bound = "most" | "least" | undefined;

function boundAt(tokens: Token[], at: number): { bound: Bound; length: number } {
  for (const bound of ["most", "least"] as const) {
    const length = longestAt(tokens, at, among(phrases.amounts[bound]));
    if (length > 0) return { bound, length };
  }
  return { bound: undefined, length: 0 };
}

/** "5 ECTS", "max 6 studiepunten", "3-6 crédits". */
const readCredits: Reader = (tokens, at) => {
  const { bound, length } = boundAt(tokens, at);
  const first = number(tokens[at + length]);
  if (first === undefined) return undefined;
  let next = at + length + 1;
  const joiner = longestAt(tokens, next, among(["to", "tot", "a", "bis", "and", "en", "et", "und"]));
  const second = bound ? undefined : number(tokens[next + joiner]);
  if (second !== undefined) next += joiner + 1;
  const word = longestAt(tokens, next, among(phrases.credits));
  if (word === 0) return undefined;
  const [least, most] =
    second === undefined ? [bound === "most" ? undefined : first, bound === "least" ? undefined : first] : [first, second];
  return { length: next + word - at, filters: given({ ectsMin: least, ectsMax: most }) };
};

const given = (amounts: Record<string, number | undefined>): Params =>
  Object.fromEntries(Object.entries(amounts).flatMap(([name, amount]) => (amount === undefined ? [] : [[name, String(amount)]])));

/** "under 400 euro", "400 €", "moins de 300 euros". */
const readPrice: Reader = (tokens, at) => {
  const { bound, length } = boundAt(tokens, at);
  if (bound === "least") return undefined;
  const isMoney = (token: Token | undefined) => token !== undefined && phrases.money.includes(token.folded);
  const sign = isMoney(tokens[at + length]) ? 1 : 0;
  const amount = number(tokens[at + length + sign]);
  const after = isMoney(tokens[at + length + sign + 1]) ? 1 : 0;
  if (amount === undefined || sign + after === 0) return undefined;
  return { length: length + sign + 1 + after, filters: { priceMax: String(amount) } };
};

/** "max 60 hours": the whole of it, not so many a week. */
const readHours: Reader = (tokens, at) => {
  const { bound, length } = boundAt(tokens, at);
  const amount = number(tokens[at + length]);
  if (bound !== "most" || amount === undefined) return undefined;
  const word = longestAt(tokens, at + length + 1, among(phrases.hours));
  const next = tokens[at + length + 1 + word]?.folded ?? "";
  if (word === 0 || ["a", "per", "par", "pro", "in", "each"].includes(next)) return undefined;
  return { length: length + 1 + word, filters: { hoursMax: String(amount) } };
};

const languages = new Map<string, string>(
  Object.values(phrases.languages).flatMap(({ with: before, names }) =>
    Object.entries(names).flatMap(([code, all]) => all.flatMap((name) => before.map((word) => [`${word} ${name}`, code] as const))),
  ),
);
for (const [code, words] of Object.entries(phrases.languageWords)) for (const word of words) languages.set(word, code);

/** "in het Engels", "en anglais", "Nederlandstalig": what it is taught in. "Engels" alone is what one wants to learn. */
const readLanguage: Reader = (tokens, at) => {
  const length = longestAt(tokens, at, (phrase) => languages.has(phrase));
  const code = languages.get(phraseAt(tokens, at, length) ?? "");
  return code ? { length, filters: { lang: code } } : undefined;
};

const ordinary = new Set(phrases.places.ordinary);

/** How many words before a name say that it is a place. */
export function tieAt(tokens: Token[], at: number): number {
  return longestAt(tokens, at, among(phrases.places.bare)) || longestAt(tokens, at, among(phrases.places.in));
}

/** "near Namur", "à Liège", "Gent", "West-Vlaanderen". A name that is a word as well needs a preposition that leaves no doubt. */
const readPlace: Reader = (tokens, at, { places, bare, regions }) => {
  const clear = longestAt(tokens, at, among(phrases.places.bare));
  const loose = clear > 0 ? 0 : longestAt(tokens, at, among(phrases.places.in));
  const start = at + clear + loose;
  const region = longestAt(tokens, start, (phrase) => regions.has(phrase));
  const town = longestAt(tokens, start, (phrase) => places.has(phrase));
  const phrase = phraseAt(tokens, start, Math.max(region, town)) ?? "";
  if (phrase === "") return undefined;
  const isTied = clear > 0 || (loose > 0 && tokens[at]?.text.toLowerCase() !== "a");
  if (!isTied && (ordinary.has(phrase) || phrases.places.unlessAfter.includes(tokens[at - 1]?.folded ?? ""))) return undefined;
  if (clear + loose === 0 && !bare.has(phrase)) return undefined;
  const length = clear + loose + Math.max(region, town);
  const near = town >= region ? places.get(phrase) : undefined;
  return { length, filters: near ? { near } : { region: regions.get(phrase) } };
};

const months = new Map(phrases.months.flatMap((names, month) => names.map((name) => [name, month + 1] as const)));

/** "starts in March", "vanaf september 2027", "en mars", "next month". */
const readMonth: Reader = (tokens, at, { day }) => {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const now = longestAt(tokens, at, among(phrases.thisMonth));
  if (now > 0) return { length: now, filters: inMonth(year, month) };
  const soon = longestAt(tokens, at, among(phrases.nextMonth));
  if (soon > 0) return { length: soon, filters: month === 12 ? inMonth(year + 1, 1) : inMonth(year, month + 1) };

  const within = longestAt(tokens, at, among(phrases.inMonth));
  const since = longestAt(tokens, at, among(phrases.fromMonth));
  const word = Math.max(within, since);
  const named = months.get(tokens[at + word]?.folded ?? "");
  if (named === undefined) return undefined;
  const said = /^20\d\d$/.exec(tokens[at + word + 1]?.text ?? "")?.[0];
  // A month alone may be a name, a planet or a verb.
  if (word === 0 && !said) return undefined;
  const filters = inMonth(said ? Number(said) : named >= month ? year : year + 1, named);
  return { length: word + 1 + (said ? 1 : 0), filters: since > within ? { startFrom: filters.startFrom } : filters };
};

function inMonth(year: number, month: number) {
  const first = (year: number, month: number) => `${year}-${String(month).padStart(2, "0")}-01`;
  const next = month === 12 ? first(year + 1, 1) : first(year, month + 1);
  return { startFrom: first(year, month), startTo: addDays(next, -1) };
}

export const readers: Reader[] = [readCredits, readPrice, readHours, readLevel, readMonth, readLanguage, readPlace, readPhrase];
