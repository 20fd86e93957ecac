export type Separator = ";" | "," | "\t" | "|";

export const separators: readonly Separator[] = [";", ",", "\t", "|"];

/** A quoted cell longer than this is a stray quotation mark, not a text. */
const longestCell = 200_000;

/**
 * Rows of cells. Tolerant where people's files are not clean: a quotation mark that opens a cell but never closes it, or that
 * stands inside one, is a character like any other, so that it cannot swallow the rows that follow.
 */
export function parseCsv(text: string, separator: Separator, atMost = Number.POSITIVE_INFINITY): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= text.length && rows.length < atMost) {
    const { cell, end } = cellAt(text, at, separator);
    row.push(cell);
    at = end + 1;
    if (text[end] === separator) continue;
    if (text[end] === "\r" && text[end + 1] === "\n") at++;
    if (end < text.length || row.length > 1 || row[0] !== "") rows.push(row);
    row = [];
  }
  return rows;
}

function cellAt(text: string, start: number, separator: Separator): { cell: string; end: number } {
  if (text[start] === '"') {
    const close = closingQuote(text, start, separator);
    if (close !== undefined) return { cell: text.slice(start + 1, close).replaceAll('""', '"'), end: close + 1 };
  }
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== "\n" && text[end] !== "\r") end++;
  return { cell: text.slice(start, end), end };
}

/** The quotation mark after which a cell, a row or the file ends; doubled ones are part of the text. */
function closingQuote(text: string, start: number, separator: Separator): number | undefined {
  let at = text.indexOf('"', start + 1);
  while (at !== -1 && at - start < longestCell) {
    const next = text[at + 1];
    if (next === undefined || next === separator || next === "\n" || next === "\r") return at;
    at = text.indexOf('"', next === '"' ? at + 2 : at + 1);
  }
  return undefined;
}

/** The separator that cuts the file's beginning into the most rows of one width greater than one. */
export function detectSeparator(text: string): Separator {
  const declared = /^sep=([;,\t|])\r?\n/i.exec(text)?.[1];
  if (declared) return declared as Separator;
  const beginning = text.slice(0, 200_000);
  const scored = separators.map((separator) => ({ separator, score: regularity(parseCsv(beginning, separator, 300)) }));
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).separator;
}

function regularity(rows: string[][]): number {
  const widths = new Map<number, number>();
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ""));
  for (const { length } of filled) widths.set(length, (widths.get(length) ?? 0) + 1);
  let best = 0;
  for (const [width, count] of widths) {
    if (width > 1) best = Math.max(best, (count / filled.length) * Math.log2(width + 1) + count / 10_000);
  }
  return best;
}
