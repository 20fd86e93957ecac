import { setTimeout as pause } from "node:timers/promises";
import { and, asc, desc, eq, getTableColumns, gt, sql } from "drizzle-orm";
import { db } from "@/db";
import { qualityImportRows, qualityImports } from "@/db/schema";
import { type Actor, may } from "@/lib/auth/permissions";
import type { Problem } from "@/lib/result";
import type { QualityImportRow, QualityOutcome } from "./outcomes";

const { bytes, ...columns } = getTableColumns(qualityImports);
const shown = { ...columns, hasFile: sql<boolean>`octet_length(${bytes}) > 0` };
/** `hasFile` until the file itself is removed. */
export type ShownQualityImport = Omit<typeof qualityImports.$inferSelect, "bytes"> & { hasFile: boolean };

/** The work on a file, with its bytes: for the job. */
export async function findQualityImport(id: string) {
  const [row] = await db.select().from(qualityImports).where(eq(qualityImports.id, id));
  return row;
}

/** Quality data is the instance's: whoever of an authority may read it sees every import of it. */
export async function findQualityImportFor(actor: Actor, id: string): Promise<ShownQualityImport | undefined> {
  if (!mayRead(actor)) return undefined;
  const [row] = await db.select(shown).from(qualityImports).where(eq(qualityImports.id, id));
  return row;
}

function mayRead(actor: Actor): boolean {
  return may(actor, "quality.read", actor) || may(actor, "quality.import", actor);
}

export async function listQualityImports(
  actor: Actor,
  page: { limit: number; offset: number },
): Promise<{ imports: ShownQualityImport[]; total: number }> {
  if (!mayRead(actor)) return { imports: [], total: 0 };
  const imports = await db
    .select(shown)
    .from(qualityImports)
    .orderBy(desc(qualityImports.createdAt), desc(qualityImports.id))
    .limit(page.limit)
    .offset(page.offset);
  return { imports, total: await db.$count(qualityImports) };
}

export async function listQualityImportRows(
  importId: string,
  page: { after?: number; offset?: number; limit: number; outcome?: QualityOutcome },
): Promise<QualityImportRow[]> {
  const { after, offset = 0, limit, outcome } = page;
  const rows = await db
    .select()
    .from(qualityImportRows)
    .where(
      and(
        eq(qualityImportRows.importId, importId),
        after === undefined ? undefined : gt(qualityImportRows.row, after),
        outcome ? eq(qualityImportRows.outcome, outcome) : undefined,
      ),
    )
    .orderBy(asc(qualityImportRows.row))
    .limit(limit)
    .offset(offset);
  return rows.map(({ importId: __, problems, ...row }) => ({ ...row, problems: problems as Problem[] }));
}

export async function countQualityOutcomes(importId: string): Promise<Partial<Record<QualityOutcome, number>>> {
  const rows = await db
    .select({ outcome: qualityImportRows.outcome, rows: sql<number>`count(*)::int` })
    .from(qualityImportRows)
    .where(eq(qualityImportRows.importId, importId))
    .groupBy(qualityImportRows.outcome);
  return Object.fromEntries(rows.map(({ outcome, rows }) => [outcome, rows]));
}

/** Waits a moment for a file that is soon done, so that whoever handed it in sees the result and not a waiting page. */
export async function waitForQualityImport(id: string, milliseconds = 3000): Promise<void> {
  for (const until = Date.now() + milliseconds; Date.now() < until; await pause(100)) {
    const [row] = await db.select({ status: qualityImports.status }).from(qualityImports).where(eq(qualityImports.id, id));
    if (!row || ["done", "failed", "stopped"].includes(row.status)) return;
  }
}
