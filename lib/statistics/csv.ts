import { stringify } from "csv-stringify/sync";
import type { Count } from "./figure";
import type { History } from "./history/history";

export type Told = {
  code: string;
  title: string;
  definition: string;
  countedAt: Date;
  name: (category: string) => string;
  part: (part: string) => string;
};

/** A figure as a file of lines that each say what they are: a number that is copied out of it keeps its meaning. */
export function toCsv(counts: Count[], { code, title, definition, countedAt, name, part }: Told): string {
  const lines = counts.map((one) => [
    code,
    title,
    definition,
    countedAt.toISOString(),
    one.category,
    name(one.category),
    one.part,
    one.part === "" ? "" : part(one.part),
    one.count,
  ]);
  const head = ["figure", "title", "definition", "counted_at", "category", "name", "part", "part_name", "count"];
  return `\ufeff${stringify([head, ...lines], { escape_formulas: true })}`;
}

/** The same at the end of each month, a line for each month. */
export function toHistoryCsv({ months, courses }: History, { code, title, definition, name, part }: Omit<Told, "countedAt">): string {
  const lines = courses.flatMap((one) =>
    months.map((month, place) => [
      code,
      title,
      definition,
      month.slice(0, 7),
      one.category,
      name(one.category),
      one.part,
      one.part === "" ? "" : part(one.part),
      one.counts[place] ?? 0,
    ]),
  );
  const head = ["figure", "title", "definition", "month", "category", "name", "part", "part_name", "count"];
  return `\ufeff${stringify([head, ...lines], { escape_formulas: true })}`;
}
