import { stringify } from "csv-stringify/sync";
import type { Demand } from "./demand";
import type { SoughtWords } from "./queries";

export type Names = { theme: (code: string) => string; region: (code: string) => string };

/** A file that says of each of its lines what it counts, so that a number that is copied out of it keeps its meaning. */
function toCsv(definition: string, head: string[], lines: (string | number)[][]): string {
  return `\ufeff${stringify([["definition", ...head], ...lines.map((line) => [definition, ...line])], { escape_formulas: true })}`;
}

/** Themes by region beside what there is; no region is searches that name none. */
export function themesFile(demand: Demand[], definition: string, names: Names): string {
  const head = ["field", "field_name", "region", "region_name", "searches", "found_nothing", "offerings", "open_sessions"];
  const lines = demand.map(({ theme, region, asked, unanswered, offerings, open }) => {
    const there = region === "" ? ["", ""] : [offerings, open];
    return [theme, names.theme(theme), region, region && names.region(region), asked, unanswered, ...there];
  });
  return toCsv(definition, head, lines);
}

export function wordsFile(words: SoughtWords[], definition: string, names: Names): string {
  const head = ["words", "field", "field_name", "regions", "searches", "found_nothing", "found_last"];
  const lines = words.map((one) => [
    one.words,
    one.theme,
    names.theme(one.theme),
    one.regions.join(" "),
    one.searches,
    one.unanswered,
    one.found,
  ]);
  return toCsv(definition, head, lines);
}
