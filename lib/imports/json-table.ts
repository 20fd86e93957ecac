import { type Table, type TableRow, toCell } from "./table";

type Record_ = Record<string, unknown>;

const mostColumns = 5000;

/** Objects with nested parts as rows with dotted column names: `angebot.titel`, `adressen.0.ort`; lists of plain values become lines. */
export function tableOfObjects(sheet: string, objects: Array<{ row: number; value: unknown }>, broken: TableRow[] = []): Table {
  const columns = new Map<string, number>();
  const rows: TableRow[] = [];
  for (const { row, value } of objects) {
    if (!isRecord(value)) {
      broken.push({ row, cells: [toCell(JSON.stringify(value) ?? "")] });
      continue;
    }
    const cells: string[] = [];
    flatten(value, "", (path, text) => {
      let index = columns.get(path);
      if (index === undefined) {
        if (columns.size >= mostColumns) return;
        index = columns.size;
        columns.set(path, index);
      }
      while (cells.length < index) cells.push("");
      cells[index] = text;
    });
    rows.push({ row, cells });
  }
  return { sheet, headerRow: 0, headers: [...columns.keys()], rows, banner: [], emptyRows: 0, broken };
}

function flatten(value: unknown, path: string, write: (path: string, text: string) => void, depth = 0): void {
  if (value === null || value === undefined) return;
  if (Array.isArray(value)) {
    if (value.every((one) => one === null || typeof one !== "object")) {
      write(path, toCell(value.filter((one) => one !== null).join("\n")));
    } else
      value.slice(0, 50).forEach((one, index) => {
        flatten(one, join(path, String(index)), write, depth + 1);
      });
  } else if (isRecord(value)) {
    if (depth < 20) for (const [key, inner] of Object.entries(value)) flatten(inner, join(path, toCell(key)), write, depth + 1);
  } else write(path, toCell(String(value)));
}

function join(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}

export function isRecord(value: unknown): value is Record_ {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** One JSON document a line; a line that is broken is a broken row and nothing more. */
export function parseLines(text: string): { objects: Array<{ row: number; value: unknown }>; broken: TableRow[] } {
  const objects: Array<{ row: number; value: unknown }> = [];
  const broken: TableRow[] = [];
  text.split("\n").forEach((line, index) => {
    if (line.trim() === "") return;
    try {
      objects.push({ row: index + 1, value: JSON.parse(line) });
    } catch {
      broken.push({ row: index + 1, cells: [toCell(line.slice(0, 300))] });
    }
  });
  return { objects, broken };
}

/** The list of things in a document: the document itself, or the longest list of objects in it. */
export function listIn(document: unknown, depth = 0): unknown[] | undefined {
  if (Array.isArray(document)) return document;
  if (!isRecord(document) || depth > 3) return undefined;
  const lists = Object.values(document).flatMap((value) => {
    const list = listIn(value, depth + 1);
    return list?.some(isRecord) ? [list] : [];
  });
  return lists.reduce<unknown[] | undefined>((longest, list) => (!longest || list.length > longest.length ? list : longest), undefined);
}
