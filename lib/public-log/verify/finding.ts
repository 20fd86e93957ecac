import { canonicalJson } from "@/lib/public-log/canonical-json";

/** One thing that is not as the log has it: in which table, which row, which field, what the log says and what stands there. */
export type Finding = { table: string; id: string; field: string; log: string; stands: string };

type Row = Record<string, unknown>;

const text = (value: unknown): string => (typeof value === "string" ? value : canonicalJson(value ?? null));

/** Every field in which a row differs from what the log says of it. */
export function differences(table: string, id: string, log: Row, stands: Row): Finding[] {
  const fields = [...new Set([...Object.keys(log), ...Object.keys(stands)])];
  return fields
    .filter((field) => !isSame(log[field], stands[field]))
    .map((field) => ({ table, id, field, log: text(log[field]), stands: text(stands[field]) }));
}

export const isSame = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null);

export const missing = (table: string, id: string, log: unknown): Finding => ({
  table,
  id,
  field: "row",
  log: text(log),
  stands: "no row",
});
export const surplus = (table: string, id: string, stands: unknown): Finding => ({
  table,
  id,
  field: "row",
  log: "no entry",
  stands: text(stands),
});

/** `decidedOn` is the column decided_on. */
export function asColumns(facts: object): Row {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value]),
  );
}
