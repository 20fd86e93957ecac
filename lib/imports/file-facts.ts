import type { Problem } from "@/lib/result";
import type { Columns } from "./columns";
import type { Source, Table } from "./table";

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
    columns: Array<{ header: string; field: string | null }>;
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
      columns: [
        ...columns.columns.map(({ header, target }) => ({
          header,
          field: target.language ? `${target.field}_${target.language}` : target.field,
        })),
        ...columns.unmatched.map((header) => ({ header, field: null })),
      ],
    })),
    stated: [],
    statementProblems: [],
    unknownNames: [],
  };
}
