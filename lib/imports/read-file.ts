import readXlsxFile from "read-excel-file/node";
import { ok, type Result, refuse } from "@/lib/result";
import { detectSeparator, parseCsv, type Separator } from "./csv";
import { decodeText, type Encoding } from "./encoding";
import { problemWithFile, startsWith } from "./file";
import { toTable } from "./grid";
import { isRecord, listIn, parseLines, tableOfObjects } from "./json-table";
import type { Mapping } from "./mapping";
import { type Source, type SourceFormat, type Table, toCell } from "./table";

/** A file in any of the forms that we take, as tables. What it is is read from its bytes; its name says nothing. */
export async function readSource(bytes: Uint8Array, mapping: Mapping): Promise<Result<Source>> {
  const wrong = problemWithFile(bytes);
  if (wrong) return refuse(wrong);
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return readWorkbook(bytes, mapping);

  const { text, encoding } = decodeText(bytes, mapping.encoding);
  const first = text.trimStart()[0];
  if ((first === "{" || first === "[") && !mapping.separator) {
    const read = readJson(text, encoding);
    if (read.ok || first === "{") return read;
  }
  return readCsv(text, encoding, mapping);
}

async function readWorkbook(bytes: Uint8Array, mapping: Mapping): Promise<Result<Source>> {
  let sheets: Array<{ sheet: string; data: unknown[][] }>;
  try {
    // The library reads somebody else's format and throws for a broken file.
    sheets = await readXlsxFile(Buffer.from(bytes), { trim: false });
  } catch (cause) {
    return refuse({ code: "fileUnreadable", value: toCell(cause instanceof Error ? cause.message : String(cause)).slice(0, 200) });
  }
  const wanted = mapping.sheet === undefined ? sheets : sheets.filter(({ sheet }) => sheet === mapping.sheet);
  if (wanted.length === 0) return refuse({ code: "sheetUnknown", value: mapping.sheet ?? "" });
  const tables = wanted.flatMap(
    ({ sheet, data }) =>
      toTable(
        toCell(sheet),
        data.map((row) => row.map(fromTyped)),
        mapping,
      ) ?? [],
  );
  return tabular(
    "xlsx",
    null,
    null,
    tables.filter(({ headers }) => headers.length > 1 || wanted.length === 1),
  );
}

/** Cells of a workbook arrive typed; days and numbers are written so that nothing is lost or rounded. */
function fromTyped(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return "";
    const written = value.toISOString();
    return written.endsWith("T00:00:00.000Z") ? written.slice(0, 10) : written.slice(0, 19);
  }
  return toCell(String(value));
}

function readCsv(text: string, encoding: Encoding, mapping: Mapping): Result<Source> {
  const separator: Separator = mapping.separator ?? detectSeparator(text);
  const grid = parseCsv(toCell(text), separator);
  if (/^sep=/i.test(grid[0]?.[0] ?? "")) grid[0] = [];
  const table = toTable("", grid, mapping);
  return tabular("csv", encoding, separator, table ? [table] : []);
}

function readJson(text: string, encoding: Encoding): Result<Source> {
  const whole = parse(text);
  if (whole === undefined) {
    const { objects, broken } = parseLines(text);
    if (objects.length <= broken.length) return refuse({ code: "jsonInvalid" });
    return tabular("jsonl", encoding, null, [tableOfObjects("", objects, broken)]);
  }
  if (isRecord(whole.value) && Array.isArray(whole.value.offerings)) {
    const { catalogue, offerings } = whole.value;
    return ok({ format: "catalogue", encoding, separator: null, tables: [], catalogue: isRecord(catalogue) ? catalogue : null, offerings });
  }
  const list = listIn(whole.value) ?? [whole.value];
  return tabular("json", encoding, null, [
    tableOfObjects(
      "",
      list.map((value, index) => ({ row: index + 1, value })),
    ),
  ]);
}

function parse(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

function tabular(format: SourceFormat, encoding: Encoding | null, separator: string | null, tables: Table[]): Result<Source> {
  if (!tables.some(({ rows, broken }) => rows.length + broken.length > 0)) return refuse({ code: "fileHasNoTable" });
  return ok({ format, encoding, separator, tables, catalogue: null, offerings: null });
}
