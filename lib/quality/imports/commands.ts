import { and, eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db";
import { qualityImportRows, qualityImports } from "@/db/schema";
import { type Actor, may } from "@/lib/auth/permissions";
import { recordEvents } from "@/lib/events/commands";
import { problemWithFile } from "@/lib/imports/file";
import { shorten } from "@/lib/imports/reading";
import { hasQueue } from "@/lib/jobs/wake-indexer";
import { ok, type Result, refuse } from "@/lib/result";
import { largestQualityFile } from "./read-file";

export type NewQualityImport = { fileName: string; bytes: Uint8Array; dryRun: boolean };

/** Takes a file in and queues the work on it, which goes on from the stored bytes wherever it is left. */
export async function startQualityImport(
  actor: Actor,
  { fileName, bytes, dryRun }: NewQualityImport,
): Promise<Result<{ importId: string }>> {
  const { organisationId } = actor;
  if (!may(actor, "quality.import", { organisationId })) return refuse({ code: "notAllowed" });
  const wrong = problemWithFile(bytes);
  if (wrong) return refuse(wrong);
  if (bytes.length > largestQualityFile) return refuse({ code: "qualityFileTooLarge" });
  return db.transaction(async (tx) => {
    const [row] = await tx
      .insert(qualityImports)
      .values({ actor: actor.id, organisationId, fileName: shorten(fileName), bytes, dryRun })
      .returning({ id: qualityImports.id });
    if (!row) throw new Error("an import was not written");
    await recordEvents(tx, actor, [
      { type: "quality.import-started", subject: "quality", subjectId: row.id, organisationId, after: { fileName, dryRun } },
    ]);
    await enqueue(tx, row.id);
    return ok({ importId: row.id });
  });
}

async function enqueue(tx: Transaction, importId: string): Promise<void> {
  if (!(await hasQueue(tx))) return;
  await tx.execute(
    sql`select graphile_worker.add_job('import-quality', json_build_object('importId', ${importId}::text), job_key => ${`import-quality:${importId}`})`,
  );
}

/** Queues every unfinished import that no living process has in hand, as `resumeImports` does for catalogues. */
export async function resumeQualityImports(): Promise<number> {
  return db.transaction(async (tx) => {
    const waiting = await tx.execute<{ id: string }>(sql`select id from quality_imports
      where status in ('queued', 'running') and pg_try_advisory_xact_lock(hashtextextended('quality-import:' || id::text, 1))`);
    for (const { id } of waiting) await enqueue(tx, id);
    return waiting.length;
  });
}

async function withImport(
  actor: Actor,
  importId: string,
  work: (tx: Transaction, found: { status: string; dryRun: boolean; hasFile: boolean }) => Promise<Result<null>>,
) {
  return await db.transaction(async (tx): Promise<Result<null>> => {
    const { organisationId } = actor;
    if (!may(actor, "quality.read", { organisationId })) return refuse({ code: "qualityImportUnknown" });
    if (!may(actor, "quality.import", { organisationId })) return refuse({ code: "notAllowed" });
    const [row] = await tx
      .select({
        status: qualityImports.status,
        dryRun: qualityImports.dryRun,
        hasFile: sql<boolean>`octet_length(${qualityImports.bytes}) > 0`,
      })
      .from(qualityImports)
      .where(eq(qualityImports.id, importId))
      .for("update");
    return row ? await work(tx, row) : refuse({ code: "qualityImportUnknown" });
  });
}

/** Ends an import where it is; what was written stays written. */
export async function stopQualityImport(actor: Actor, importId: string): Promise<Result<null>> {
  return await withImport(actor, importId, async (tx, { status }) => {
    if (status === "queued" || status === "running")
      await tx.update(qualityImports).set({ status: "stopped", finishedAt: sql`now()` }).where(eq(qualityImports.id, importId));
    return ok(null);
  });
}

/** Goes on with an import that was stopped, from where it was. */
export async function resumeQualityImport(actor: Actor, importId: string): Promise<Result<null>> {
  return await withImport(actor, importId, async (tx, { status, hasFile }) => {
    if (status !== "stopped") return ok(null);
    if (!hasFile) return refuse({ code: "importFileGone" });
    await tx.update(qualityImports).set({ status: "queued", attempts: 0, finishedAt: null }).where(eq(qualityImports.id, importId));
    await enqueue(tx, importId);
    return ok(null);
  });
}

/** Does for real what a dry run has shown. Asked twice, it is done once. */
export async function importQualityForReal(actor: Actor, importId: string): Promise<Result<null>> {
  return await withImport(actor, importId, async (tx, { status, dryRun, hasFile }) => {
    if (!dryRun) return refuse({ code: "importDone" });
    if (status !== "done") return refuse({ code: "importAtWork" });
    if (!hasFile) return refuse({ code: "importFileGone" });
    await tx.delete(qualityImportRows).where(eq(qualityImportRows.importId, importId));
    const anew = {
      actor: actor.id,
      dryRun: false,
      status: "queued",
      totalRows: null,
      doneRows: 0,
      attempts: 0,
      startedAt: null,
      finishedAt: null,
    } as const;
    await tx
      .update(qualityImports)
      .set(anew)
      .where(and(eq(qualityImports.id, importId), eq(qualityImports.dryRun, true)));
    await recordEvents(tx, actor, [
      { type: "quality.import-started", subject: "quality", subjectId: importId, organisationId: actor.organisationId },
    ]);
    await enqueue(tx, importId);
    return ok(null);
  });
}
