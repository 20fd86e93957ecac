import { appliedFilters, type SearchQuery } from "@/lib/catalogue/query";
import { splitPlace } from "./places";
import { themeOf } from "./themes";
import { foldWords } from "./words";

/** What somebody looked for, as it is counted: nothing in it says who. `""` stands for what was not said. */
export type Wish = { words: string; theme: string; region: string; language: string; taught: string; level: string; field: string };

/** Filters that say what is wished for. The others say how somebody can take part: few results are then no lack of the catalogue. */
const told = new Set<string>(["eqf", "field", "lang"]);

/** The wish that a search page answers; none where it has no words that may be kept, or is a further page of the same search. */
export function wishOf(query: SearchQuery, locale: string): Wish | undefined {
  const words = query.page === 1 && appliedFilters(query).every(({ name }) => told.has(name)) ? foldWords(query.q) : undefined;
  if (words === undefined) return undefined;
  const broad = [...new Set(query.field.map((code) => code.slice(0, 2)))];
  const placed = splitPlace(words);
  return {
    ...placed,
    theme: themeOf(placed.words) || (broad.length === 1 ? (broad[0] ?? "") : ""),
    language: locale,
    taught: query.lang.join("+"),
    level: query.eqf.join("+"),
    field: broad.join("+"),
  };
}
