import { decodeText } from "@/lib/imports/encoding";
import { startsWith } from "@/lib/imports/file";
import { mappingInput } from "@/lib/imports/mapping";
import { readSource } from "@/lib/imports/read-file";
import { fromActivity } from "@/lib/interop/deqar/activities";
import { fromAgency } from "@/lib/interop/deqar/agencies";
import { fromFlat } from "@/lib/interop/deqar/flat";
import type { SaidAgency, SaidAgencyActivity, SaidReport } from "@/lib/interop/deqar/said";
import { fromSubmission, type Read } from "@/lib/interop/deqar/submission";
import { identifierOf } from "@/lib/quality/report";
import { ok, type Problem, type Result, refuse } from "@/lib/result";

type QualityKind = "agencies" | "activities" | "reports";
type Row<T> = Read<T> & { row: number; label: string };
export type QualityFile =
  | { kind: "reports"; rows: Row<SaidReport>[] }
  | { kind: "agencies"; rows: Row<SaidAgency>[] }
  | { kind: "activities"; rows: Row<SaidAgencyActivity>[] };

export const largestQualityFile = 16 * 1024 * 1024;

/** Reads a file of DEQAR's, whichever it is: JSON, CSV with any separator, or a workbook. One bad row never sinks the file. */
export async function readQualityFile(bytes: Uint8Array): Promise<Result<QualityFile>> {
  const records = await readRecords(bytes);
  if (!records.ok) return records;
  const kind = kindOf(records.value.map(({ record }) => record));
  if (kind === undefined) return refuse({ code: "qualityFileUnknown" });
  const rows = records.value;
  if (kind === "agencies")
    return ok({ kind, rows: rows.map(({ row, record }) => labelled(row, record, fromAgency(record), ["acronym", "deqar_id"])) });
  if (kind === "activities")
    return ok({ kind, rows: rows.map(({ row, record }) => labelled(row, record, fromActivity(record), ["activity", "group_name"])) });
  return ok({
    kind,
    rows: onceEach(rows.map(({ row, record }) => labelled(row, record, fromSubmission(record), ["local_identifier", "report_id"]))),
  });
}

type Numbered = { row: number; record: unknown };

async function readRecords(bytes: Uint8Array): Promise<Result<Numbered[]>> {
  if (bytes.length > largestQualityFile) return refuse({ code: "qualityFileTooLarge" });
  const isWorkbook = startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]);
  const text = isWorkbook ? "" : decodeText(bytes).text.trimStart();
  if (text.startsWith("{") || text.startsWith("[")) return readJson(text);
  // DEQAR's tables have their columns in the first row.
  const source = await readSource(bytes, mappingInput.parse({ headerRow: 1 }));
  if (!source.ok) return source;
  const [table] = source.value.tables;
  if (!table) return refuse({ code: "fileHasNoTable" });
  return ok(table.rows.map(({ row, cells }) => ({ row, record: fromFlat(table.headers, cells) })));
}

function readJson(text: string): Result<Numbered[]> {
  try {
    const json: unknown = JSON.parse(text);
    return ok([json].flat().map((record, index) => ({ row: index + 1, record })));
  } catch {
    return refuse({ code: "jsonInvalid" });
  }
}

/** By the names that only one of them has. Where none has any, it is no file of DEQAR's. */
function kindOf(records: unknown[]): QualityKind | undefined {
  const names = new Set(
    records.slice(0, 50).flatMap((record) => (typeof record === "object" && record !== null ? Object.keys(record) : [])),
  );
  const has = (...some: string[]) => some.some((name) => names.has(name));
  if (has("valid_from", "institutions", "institution", "decision", "local_identifier")) return "reports";
  if (has("agency_pk", "group_name", "activity_type")) return "activities";
  if (names.has("deqar_id") && has("acronym", "name", "registration_start")) return "agencies";
  return undefined;
}

function labelled<T>(row: number, record: unknown, read: Read<T>, names: string[]): Row<T> {
  const fields = typeof record === "object" && record !== null ? (record as Record<string, unknown>) : {};
  const parts = [fields.agency, ...names.map((name) => fields[name])].filter(
    (part) => typeof part === "string" || typeof part === "number",
  );
  return { ...read, row, label: parts.slice(0, 2).join(" ").slice(0, 200) };
}

/** Of a report that a file names twice the first is taken: which of the two is meant, the file does not say. */
function onceEach(rows: Row<SaidReport>[]): Row<SaidReport>[] {
  const seen = new Set<string>();
  return rows.map((row) => {
    if (!row.said) return row;
    const mark = JSON.stringify([row.said.agency.toLowerCase(), identifierOf(row.said)]);
    if (!seen.has(mark)) {
      seen.add(mark);
      return row;
    }
    const twice: Problem = { code: "qualityReportTwice", field: "local_identifier", value: identifierOf(row.said) };
    return { ...row, said: undefined, problems: [twice, ...row.problems] };
  });
}
