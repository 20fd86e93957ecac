import { stringify } from "csv-stringify/sync";
import type { TemplateRow } from "./rows";

/** Opens in a spreadsheet of a country with decimal commas: semicolons, and a byte order mark for the accents. */
export function csvHeader(columns: readonly string[]): string {
  return `\ufeff${stringify([[...columns]], { delimiter: ";" })}`;
}

/** Formulas are not made harmless here: an apostrophe before a title would come back as a part of it. */
export function csvRows(columns: readonly string[], rows: TemplateRow[]): string {
  return stringify(
    rows.map((row) => columns.map((column) => row[column] ?? "")),
    { delimiter: ";" },
  );
}
