import { sql } from "drizzle-orm";
import { db } from "@/db";
import { type Repairs, rowKey } from "@/lib/imports/repair";
import type { Problem } from "@/lib/result";

/** A row to put right, with what stands in the columns that its problems are about. */
export type BadRow = {
  sheet: string;
  row: number;
  externalId: string | null;
  title: string | null;
  outcome: "published" | "updated" | "unchanged" | "draft" | "refused";
  problems: Problem[];
  cells: Record<string, string>;
};

/** That a row asks for a draft is no fault of it. */
const wanted = ["newOfferingMade", "keptAsDraft"];
const isBad = sql`exists (select from jsonb_array_elements(r.problems) p where p->>'code' not in (select jsonb_array_elements_text(${JSON.stringify(wanted)}::jsonb)))`;

export async function countBadRows(importId: string): Promise<number> {
  const [row] = await db.execute<{ rows: number }>(
    sql`select count(*)::int as rows from import_rows r where r.import_id = ${importId} and ${isBad}`,
  );
  return row?.rows ?? 0;
}

/** The rows of an import that something is wrong with, in the order of the file, as people left them. */
export async function listBadRows(
  importId: string,
  repairs: Repairs,
  { limit, offset }: { limit: number; offset: number },
): Promise<BadRow[]> {
  const rows = await db.execute<BadRow>(sql`
    select r.sheet, r.row, r.external_id as "externalId", r.title, r.outcome, r.problems, coalesce(r.cells, '{}') as cells
    from import_rows r where r.import_id = ${importId} and ${isBad} order by r.sheet, r.row limit ${limit} offset ${offset}`);
  return rows.map((row) => ({
    ...row,
    problems: row.problems.filter(({ code }) => !wanted.includes(code) && (code !== "liveVersionKept" || row.problems.length === 1)),
    cells: { ...row.cells, ...Object.fromEntries(Object.entries(repairs[rowKey(row)] ?? {}).filter(([column]) => column in row.cells)) },
  }));
}

/** Values that a column of codes does not know, the most common first: a mapping can say what they mean. */
export async function listUnknownValues(importId: string, limit: number): Promise<Array<{ column: string; value: string; rows: number }>> {
  return await db.execute(sql`
    select p->>'field' as column, p->>'value' as value, count(*)::int as rows from import_rows r, jsonb_array_elements(r.problems) p
    where r.import_id = ${importId} and p->>'code' in ('codeNotUnderstood', 'fieldNotUnderstood', 'languageNotUnderstood') and p->>'value' <> ''
    group by 1, 2 order by 3 desc, 1, 2 limit ${limit}`);
}
