import { setTimeout as pause } from "node:timers/promises";
import { and, asc, desc, eq, sql } from "drizzle-orm";
import { db } from "@/db";
import { importMappings, importPieces, importRows, imports, organisations } from "@/db/schema";
import { type Actor, may } from "@/lib/auth/permissions";
import type { Problem } from "@/lib/result";
import type { Outcome, ReportRow } from "./decide";
import { type Mapping, mappingInput } from "./mapping";

/** An import, for the job that works through it. */
export async function findImport(id: string) {
  const [row] = await db.select().from(imports).where(eq(imports.id, id));
  return row;
}

/** The bytes that were handed in. */
export async function readBytes(importId: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for (;;) {
    const [piece] = await db
      .select({ bytes: importPieces.bytes })
      .from(importPieces)
      .where(and(eq(importPieces.importId, importId), eq(importPieces.position, pieces.length)));
    if (!piece) return Buffer.concat(pieces);
    pieces.push(piece.bytes);
  }
}

const hasFile = sql<boolean>`exists (select from import_pieces p where p.import_id = ${imports.id})`;

const shown = {
  id: imports.id,
  providerId: imports.providerId,
  providerSlug: organisations.slug,
  fileName: imports.fileName,
  dryRun: imports.dryRun,
  status: imports.status,
  facts: imports.facts,
  /** It is removed some time after the work on it ended. */
  hasFile,
  totalRows: imports.totalRows,
  doneRows: imports.doneRows,
  failure: imports.failure,
  actor: imports.actor,
  mapping: imports.mapping,
  repairs: imports.repairs,
  retryOfId: imports.retryOfId,
  undoAskedAt: imports.undoAskedAt,
  undoneAt: imports.undoneAt,
  createdAt: imports.createdAt,
  startedAt: imports.startedAt,
  finishedAt: imports.finishedAt,
};

/** An import as its provider's people may see it, without the bytes. */
export async function findImportFor(actor: Actor, id: string) {
  const [row] = await db
    .select(shown)
    .from(imports)
    .innerJoin(organisations, eq(organisations.id, imports.providerId))
    .where(eq(imports.id, id));
  // The instance's own commands import, and read what they import; among people, more may read than import.
  return row && (may(actor, "import.read", row) || may(actor, "catalogue.import", row)) ? row : undefined;
}

export type ShownImport = NonNullable<Awaited<ReturnType<typeof findImportFor>>>;

/** Waits a moment for a file that is soon done, so that whoever handed it in sees the result and not a waiting page. */
export async function waitForImport(id: string, milliseconds = 3000): Promise<void> {
  for (const until = Date.now() + milliseconds; Date.now() < until; await pause(100)) {
    const [row] = await db
      .select({ status: imports.status, asked: imports.undoAskedAt, undone: imports.undoneAt })
      .from(imports)
      .where(eq(imports.id, id));
    if (!row || (row.asked ? row.undone : ["done", "failed", "stopped"].includes(row.status))) return;
  }
}

/** The rows of an import's report in the order of the file. Whoever may see the import may see them. */
export async function listImportRows(
  importId: string,
  page: { after?: { sheet: string; row: number }; offset?: number; limit: number; outcome?: Outcome },
): Promise<ReportRow[]> {
  const { after, outcome, limit, offset = 0 } = page;
  const rows = await db
    .select({
      sheet: importRows.sheet,
      row: importRows.row,
      externalId: importRows.externalId,
      title: importRows.title,
      outcome: importRows.outcome,
      problems: importRows.problems,
      offeringId: importRows.offeringId,
    })
    .from(importRows)
    .where(
      and(
        eq(importRows.importId, importId),
        after ? sql`(${importRows.sheet}, ${importRows.row}) > (${after.sheet}, ${after.row})` : undefined,
        outcome ? eq(importRows.outcome, outcome) : undefined,
      ),
    )
    .orderBy(asc(importRows.sheet), asc(importRows.row))
    .limit(limit)
    .offset(offset);
  return rows.map((row) => ({ ...row, problems: row.problems as Problem[] }));
}

export async function countOutcomes(importId: string): Promise<Partial<Record<Outcome, number>>> {
  const rows = await db
    .select({ outcome: importRows.outcome, rows: sql<number>`count(*)::int` })
    .from(importRows)
    .where(eq(importRows.importId, importId))
    .groupBy(importRows.outcome);
  return Object.fromEntries(rows.map(({ outcome, rows }) => [outcome, rows]));
}

export type ProblemCount = { code: string; rows: number; example: { sheet: string; row: number; field?: string; value?: string } };

/** Each kind of problem with the number of rows that have it and the first of them. */
export async function countProblems(importId: string): Promise<ProblemCount[]> {
  const rows = await db.execute<{ code: string; rows: number; sheet: string; row: number; problem: Problem }>(sql`
    select p->>'code' as code, count(distinct (sheet, row))::int as rows, (array_agg(sheet order by sheet, row))[1] as sheet,
      (array_agg(row order by sheet, row))[1] as row, (array_agg(p order by sheet, row))[1] as problem
    from import_rows, jsonb_array_elements(problems) p where import_id = ${importId} group by 1 order by 2 desc, 1`);
  return rows.map(({ code, rows, sheet, row, problem: { field, value } }) => ({
    code,
    rows,
    example: { sheet, row, ...(field ? { field } : {}), ...(value ? { value } : {}) },
  }));
}

export async function findMapping(actor: Actor, providerId: string, name: string): Promise<Mapping | undefined> {
  if (!may(actor, "catalogue.import", { providerId })) return undefined;
  const [row] = await db
    .select({ mapping: importMappings.mapping })
    .from(importMappings)
    .where(and(eq(importMappings.providerId, providerId), eq(importMappings.name, name)));
  return row ? mappingInput.parse(row.mapping) : undefined;
}

/** A provider's remembered mappings, the latest first. */
export async function listProviderMappings(providerId: string, limit: number): Promise<Array<{ name: string; mapping: Mapping }>> {
  const rows = await db
    .select({ name: importMappings.name, mapping: importMappings.mapping })
    .from(importMappings)
    .where(eq(importMappings.providerId, providerId))
    .orderBy(desc(importMappings.updatedAt))
    .limit(limit);
  return rows.flatMap(({ name, mapping }) => {
    const read = mappingInput.safeParse(mapping);
    return read.success ? [{ name, mapping: read.data }] : [];
  });
}

/** A saved mapping by its provider's slug, for the command line. */
export async function findProviderMapping(actor: Actor, providerSlug: string, name: string): Promise<Mapping | undefined> {
  const [provider] = await db.select({ id: organisations.id }).from(organisations).where(eq(organisations.slug, providerSlug));
  return provider ? findMapping(actor, provider.id, name) : undefined;
}
