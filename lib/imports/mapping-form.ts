import { ok, type Problem, type Result, refuse } from "@/lib/result";
import type { FileFacts } from "./facts";
import { parseTarget } from "./fields";
import { type Mapping, mappingInput } from "./mapping";
import { shorten } from "./reading";

/** Names of the form's fields for columns and values, whatever these are called. */
export const columnField = (header: string) => `column:${header}`;
export const valueField = (field: string, written: string) => `value:${field}:${written}`;

/** What somebody says of a file on the screen, put into the mapping with which it was read. */
export function readMappingForm(form: FormData, before: Mapping, facts: FileFacts | null): Result<Mapping> {
  const said = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
  };
  const headerRow = said("headerRow");
  if (headerRow && !/^[1-9]\d{0,5}$/.test(headerRow)) return refuse({ code: "headerRowNotUnderstood", field: "headerRow" });
  const columns = columnsIn(form, before);
  const twice = chosenTwice(columns, facts);
  if (twice) return refuse(twice);
  const { encoding: _, separator: __, sheet: ___, language: ____, headerRow: _____, ...others } = before;
  const parsed = mappingInput.safeParse({
    ...others,
    columns,
    values: valuesIn(form, before),
    ...present({
      encoding: said("encoding"),
      separator: form.get("separator") || undefined,
      sheet: said("sheet"),
      language: said("language"),
    }),
    ...(headerRow ? { headerRow: Number(headerRow) } : {}),
  });
  return parsed.success
    ? ok(parsed.data)
    : refuse({ code: "valueNotAccepted", field: shorten(parsed.error.issues[0]?.path.join(".") ?? "") });
}

function present(all: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** A column that a mapping reads as several things stays so while its first is left as it is. */
function columnsIn(form: FormData, before: Mapping): Mapping["columns"] {
  const columns: Mapping["columns"] = { ...before.columns };
  for (const [name, value] of form) {
    if (!name.startsWith("column:") || typeof value !== "string") continue;
    const header = name.slice("column:".length);
    const kept = Object.hasOwn(before.columns, header) ? before.columns[header] : undefined;
    if (Array.isArray(kept) && kept[0] === value) continue;
    Object.defineProperty(columns, header, { value: value === "" ? null : value, enumerable: true, writable: true, configurable: true });
  }
  return columns;
}

function chosenTwice(columns: Mapping["columns"], facts: FileFacts | null): Problem | undefined {
  for (const table of facts?.tables ?? []) {
    const seen = new Set<string>();
    for (const header of new Set(table.columns.map((column) => column.header))) {
      const chosen = Object.hasOwn(columns, header) ? [columns[header]].flat() : [];
      for (const name of chosen) {
        if (typeof name !== "string") continue;
        if (seen.has(name)) return { code: "columnChosenTwice", field: columnField(header) };
        seen.add(name);
      }
    }
  }
  return undefined;
}

function valuesIn(form: FormData, before: Mapping): Mapping["values"] {
  const values: Mapping["values"] = structuredClone(before.values);
  for (const [name, meant] of form) {
    const found = /^value:([a-z_]+):([\s\S]+)$/.exec(name);
    const [, field, written] = found ?? [];
    if (!field || !written || typeof meant !== "string" || meant === "" || !parseTarget(field) || written === "__proto__") continue;
    values[field] = { ...values[field], [written]: meant };
  }
  return values;
}
