import { stringify } from "csv-stringify/sync";
import type { CaseAges } from "./queries";
import type { CaseKind } from "./spans";

/** The ages of cases at the end of each month, a line for each month of each stage. */
export function casesFile(ages: CaseAges[], definition: string, name: (kind: CaseKind) => string): string {
  const lines = ages.flatMap(({ kind, stage, months }) =>
    months.map(({ day, open, median, oldest, late }) => [definition, kind, name(kind), stage, day, open, median, oldest, late]),
  );
  const head = ["definition", "kind", "kind_name", "stage", "day", "open", "median_days", "oldest_days", "late"];
  return `\ufeff${stringify([head, ...lines], { escape_formulas: true })}`;
}
