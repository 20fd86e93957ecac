import { stringify } from "csv-stringify/sync";
import writeExcelFile from "write-excel-file/node";
import type { TemplateRow } from "./rows";

/** Excel takes no more in one cell. */
export const longestExcelCell = 32_767;

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

/** Every cell is a text: ids keep their zeros, days stay days in every country's Excel. */
export async function workbook(columns: readonly string[], rows: TemplateRow[]): Promise<Buffer> {
  const header = columns.map((column) => ({ value: column, type: String, fontWeight: "bold" as const }));
  const data = rows.map((row) => columns.map((column) => (row[column] ? { value: row[column], type: String } : null)));
  return await writeExcelFile([header, ...data], {
    sheet: "Catalogue",
    stickyRowsCount: 1,
    columns: columns.map(() => ({ width: 18 })),
  }).toBuffer();
}
