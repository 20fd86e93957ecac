import { stringify } from "csv-stringify/sync";
import { type Use, uses } from "@/lib/guidance/use";
import type { MonthOfUse } from "./uses";

/** A line for each month and thing that was done in it. */
export function toUseFile(months: MonthOfUse[], nameOf: (what: Use) => string): string {
  const lines = months.flatMap((month) => uses.map((what) => [month.month, what, nameOf(what), month[what]]));
  return `\ufeff${stringify([["month", "code", "name", "count"], ...lines], { escape_formulas: true })}`;
}
