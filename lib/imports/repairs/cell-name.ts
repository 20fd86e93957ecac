import type { RepairedCell } from "./commands";

type CellPlace = Pick<RepairedCell, "sheet" | "row" | "column">;

/** The name of a cell's field in the form; sheets and columns may be called anything. */
export function cellName({ sheet, row, column }: CellPlace): string {
  return ["cell", row, encodeURIComponent(sheet), encodeURIComponent(column)].join("/");
}

/** The cells of a form; a name that is no cell's is passed over. */
export function cellsOf(form: Iterable<[string, unknown]>): RepairedCell[] {
  return [...form].flatMap(([name, value]) => {
    const [kind, row, sheet, column, ...rest] = name.split("/");
    if (kind !== "cell" || typeof value !== "string" || sheet === undefined || !column || rest.length > 0) return [];
    const [sheetName, columnName] = [decode(sheet), decode(column)];
    return sheetName === undefined || columnName === undefined ? [] : [{ row: Number(row), sheet: sheetName, column: columnName, value }];
  });
}

function decode(part: string): string | undefined {
  try {
    // Somebody can send a name that no page of ours has written.
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
