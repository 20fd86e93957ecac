import type { FieldName, Target } from "./fields";
import { parseTarget } from "./fields";
import { fieldForHeader } from "./headers";
import type { Mapping } from "./mapping";
import type { Table } from "./table";

/** Where a column of the template finds its value in this table: in one column, or in several put together. */
export type Column = { target: Target; from: number[]; header: string; by: MatchedBy };

/** A mapping says it, or the header is the template's own name, or it is one of the words that people use for it. */
export type MatchedBy = "mapping" | "name" | "guess";

export type Columns = { columns: Column[]; unmatched: string[]; ignored: string[] };

/** Which column of the file is which of the template: first what the mapping says, then what the headers are called. */
export function matchColumns(table: Table, mapping: Mapping): Columns {
  const columns: Column[] = [];
  const used = new Set<number>();
  const ignored: string[] = [];
  const taken = new Set<string>();
  const at = new Map(table.headers.map((header, index) => [header, index]));
  const lookup = (header: string) => at.get(header) ?? at.get(header.replace(/\s+/g, " ").trim());
  const claim = (name: string, from: number[], by: MatchedBy) => {
    const target = parseTarget(name);
    if (!target || taken.has(name) || from.length === 0) return;
    taken.add(name);
    for (const index of from) used.add(index);
    columns.push({ target, from, header: from.map((index) => table.headers[index]).join(" + "), by });
  };

  for (const [name, headers] of Object.entries(mapping.join))
    claim(
      name,
      headers.flatMap((header) => lookup(header) ?? []),
      "mapping",
    );
  for (const [header, names] of Object.entries(mapping.columns)) {
    const index = lookup(header);
    if (index === undefined) continue;
    used.add(index);
    if (names === null) ignored.push(table.headers[index] ?? header);
    for (const name of [names].flat()) if (name !== null) claim(name, [index], "mapping");
  }
  if (mapping.guess) {
    // The template's own names go first: a file can have both "eqf" and "level".
    for (const [read, by] of [[parseTarget, "name"] as const, [fieldForHeader, "guess"] as const]) {
      table.headers.forEach((header, index) => {
        const target = used.has(index) ? undefined : read(header);
        if (target) claim(nameOf(target), [index], by);
      });
    }
  }
  if (!columns.some(({ target }) => target.field === "title")) speakOfSessions(columns, taken);
  return { columns, ignored, unmatched: table.headers.filter((header, index) => !used.has(index) && !header.startsWith("column ")) };
}

const ofSessions: Partial<Record<FieldName, FieldName>> = { modes: "session_modes", languages: "session_languages", url: "session_url" };

/** In a table without titles, form of participation, language and page are those of the run. */
function speakOfSessions(columns: Column[], taken: Set<string>): void {
  for (const column of columns) {
    const field = ofSessions[column.target.field];
    if (field && !taken.has(field)) column.target = { field, language: null };
  }
}

export function nameOf({ field, language }: Target): string {
  return language ? `${field}_${language}` : field;
}

export function hasField({ columns }: Columns, field: FieldName): boolean {
  return columns.some(({ target }) => target.field === field);
}

/** Codes that together make an id are joined by a hyphen, texts by a blank line. */
export function cellValue(cells: string[], { from, target }: Column): string {
  const [only] = from;
  if (from.length === 1 && only !== undefined) return cells[only] ?? "";
  const parts = from.map((index) => (cells[index] ?? "").trim()).filter((part) => part !== "");
  return parts.join(target.field === "id" || target.field === "session_id" ? "-" : target.field === "title" ? ": " : "\n\n");
}
