import type { Encoding } from "./encoding";

/** One row as it stands in the file, under the number by which a person finds it there. */
export type TableRow = { row: number; cells: string[] };

export type Table = {
  sheet: string;
  /** The row that holds the headers; 0 where the form of the file names its columns itself. */
  headerRow: number;
  headers: string[];
  rows: TableRow[];
  /** Row numbers of what stands above the headers. */
  banner: number[];
  /** Rows without any content are no rows. */
  emptyRows: number;
  /** Rows that could not be read at all, such as a broken line of JSON. */
  broken: TableRow[];
};

export type SourceFormat = "xlsx" | "csv" | "json" | "jsonl" | "catalogue";

export type Source = {
  format: SourceFormat;
  encoding: Encoding | null;
  separator: string | null;
  tables: Table[];
  /** Only in our own JSON form: what is said for the whole catalogue, and the offerings as they are. */
  catalogue: Record<string, unknown> | null;
  offerings: unknown[] | null;
};

/** A cell's text as Postgres can keep it: without null characters and halves of characters. */
export function toCell(value: string): string {
  return /[\0\ud800-\udfff]/.test(value)
    ? value.replaceAll("\0", "").replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd")
    : value;
}

export function isEmptyRow(cells: string[]): boolean {
  return cells.every((cell) => cell.trim() === "");
}

/** Headers that can be told apart: an empty one is called by its column's letter, a repeated one is numbered. */
export function nameHeaders(cells: string[], width: number): string[] {
  const seen = new Map<string, number>();
  return Array.from({ length: width }, (_, index) => {
    const name = (cells[index] ?? "").replace(/\s+/g, " ").trim() || `column ${letters(index)}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}
