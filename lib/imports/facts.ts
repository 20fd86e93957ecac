import type { Problem } from "@/lib/result";
import { type Columns, type MatchedBy, nameOf } from "./columns";
import type { Mapping } from "./mapping";
import type { Source, Table } from "./table";

/** A column of the file: what it is taken for and why, and what stands in it. `ignored`: a mapping leaves it out. */
export type ColumnFacts = { header: string; field: string | null; by: MatchedBy | "ignored" | null; examples: string[] };

/** What was found out about a file, to show it. */
export type FileFacts = {
  format: Source["format"];
  encoding: string | null;
  separator: string | null;
  tables: Array<{
    sheet: string;
    headerRow: number;
    bannerRows: number[];
    emptyRows: number;
    rows: number;
    /** A sheet without a column for the id is not read: lists of choices, explanations. */
    read: boolean;
    columns: ColumnFacts[];
  }>;
  /** In our own form: what is said for the whole catalogue, what in it was not understood, which names are unknown. */
  stated: string[];
  statementProblems: Problem[];
  unknownNames: string[];
};

export function factsOf(source: Source, tables: Array<{ table: Table; columns: Columns; read: boolean }>): FileFacts {
  return {
    format: source.format,
    encoding: source.encoding,
    separator: source.separator,
    tables: tables.map(({ table, columns, read }) => ({
      sheet: table.sheet,
      headerRow: table.headerRow,
      bannerRows: table.banner,
      emptyRows: table.emptyRows,
      rows: table.rows.length + table.broken.length,
      read,
      columns: columnsOf(table, columns),
    })),
    stated: [],
    statementProblems: [],
    unknownNames: [],
  };
}

/** A JSON document with lists in it can have thousands of columns: the first are enough to see what the file is. */
const mostColumns = 400;

/** In the order of the file. */
function columnsOf(table: Table, { columns, ignored, unmatched }: Columns): ColumnFacts[] {
  const at = (header: string) => table.headers.indexOf(header);
  const matched = columns.map(({ header, target, from, by }) => ({ header, field: nameOf(target), by, from }));
  const others = [...ignored.map((header) => ({ header, by: "ignored" as const })), ...unmatched.map((header) => ({ header, by: null }))];
  return [...matched, ...others.map(({ header, by }) => ({ header, field: null, by, from: [at(header)] }))]
    .sort((a, b) => (a.from[0] ?? 0) - (b.from[0] ?? 0))
    .slice(0, mostColumns)
    .map(({ from, ...column }) => ({ ...column, examples: examplesOf(table, from[0] ?? 0) }));
}

/** The first three different values of a column. */
function examplesOf({ rows }: Table, index: number): string[] {
  const found = new Set<string>();
  for (const { cells } of rows.slice(0, 300)) {
    const text = (cells[index] ?? "").replace(/\s+/g, " ").trim();
    if (text !== "") found.add(text.length > 60 ? `${[...text.slice(0, 58)].join("").replace(/[\ud800-\udbff]$/, "")}…` : text);
    if (found.size === 3) break;
  }
  return [...found];
}

/** Whether a mapping was made for files like this one: every header that it names is there. */
export function fitsFile({ columns, join }: Mapping, { tables }: FileFacts): boolean {
  const named = [...Object.keys(columns), ...Object.values(join).flat()];
  if (named.length === 0) return false;
  return tables.some((table) => {
    const headers = new Set(table.columns.flatMap(({ header }) => [header, ...header.split(" + ")]));
    return named.every((header) => headers.has(header.replace(/\s+/g, " ").trim()));
  });
}
