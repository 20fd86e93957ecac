import { fieldForHeader } from "./headers";
import type { Mapping } from "./mapping";
import { isEmptyRow, nameHeaders, type Table, type TableRow } from "./table";

/** How far down a header row is looked for. */
const deepest = 40;

/** Makes a table of a sheet's rows: finds the header row under banners, sets empty rows aside. */
export function toTable(sheet: string, grid: string[][], mapping: Mapping): Table | undefined {
  const filled = grid.flatMap((cells, index): TableRow[] => (isEmptyRow(cells) ? [] : [{ row: index + 1, cells }]));
  const header = mapping.headerRow ? filled.find(({ row }) => row === mapping.headerRow) : findHeaderRow(filled, mapping);
  if (!header) return undefined;
  const rows = filled.filter(({ row }) => row > header.row);
  const width = rows.reduce((most, { cells }) => Math.max(most, lastFilled(cells)), lastFilled(header.cells));
  return {
    sheet,
    headerRow: header.row,
    headers: nameHeaders(header.cells, width),
    rows,
    banner: filled.filter(({ row }) => row < header.row).map(({ row }) => row),
    emptyRows: grid.length - header.row - rows.length,
    broken: [],
  };
}

function lastFilled(cells: string[]): number {
  let length = cells.length;
  while (length > 0 && (cells[length - 1] ?? "").trim() === "") length--;
  return length;
}

/** The row with the most names that we know; where none is known, the first that is as wide as rows get. */
function findHeaderRow(filled: TableRow[], mapping: Mapping): TableRow | undefined {
  const mapped = new Set(Object.keys(mapping.columns));
  let best: { row: TableRow; score: number } | undefined;
  const widest = filled.slice(0, deepest).reduce((most, { cells }) => Math.max(most, count(cells)), 0);
  for (const row of filled.slice(0, deepest)) {
    const names = row.cells.map((cell) => cell.replace(/\s+/g, " ").trim()).filter((cell) => cell !== "");
    const known =
      names.filter((name) => mapped.has(name)).length * 3 + names.filter((name) => name.length < 120 && fieldForHeader(name)).length;
    const shape = count(row.cells) / Math.max(1, widest);
    const score = known + (shape > 0.5 ? shape : 0);
    if (!best || score > best.score + 0.001) best = { row, score };
  }
  return best?.row;
}

function count(cells: string[]): number {
  return cells.filter((cell) => cell.trim() !== "").length;
}
