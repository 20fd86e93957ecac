import { eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db";
import { type Import, importChanges, importPieces, importRows, imports } from "@/db/schema";
import type { Actor } from "@/lib/auth/permissions";
import { recordEvents } from "@/lib/events/commands";
import { enqueueImport, readMapping, refusalFor } from "@/lib/imports/commands";
import { ok, type Result, refuse } from "@/lib/result";

type Found = Pick<Import, "id" | "providerId" | "status" | "dryRun">;

/** An import whose file somebody may work on again, locked until they have. */
async function findOwn(tx: Transaction, actor: Actor, importId: string): Promise<Result<Found>> {
  const [row] = await tx
    .select({ id: imports.id, providerId: imports.providerId, status: imports.status, dryRun: imports.dryRun })
    .from(imports)
    .where(eq(imports.id, importId))
    .for("update");
  const refusal = refusalFor(actor, "catalogue.import", row);
  if (!row || refusal) return refuse(refusal ?? { code: "importUnknown" });
  // Asked once the row is held: what removes old files holds it meanwhile.
  const pieces = await tx.$count(importPieces, eq(importPieces.importId, importId));
  return pieces > 0 ? ok(row) : refuse({ code: "importFileGone" });
}

/** Lets the work on a file begin anew, from the stored bytes. What the last run reported gives way to what the next one does. */
async function beginAnew(
  tx: Transaction,
  actor: Actor,
  { id: importId, providerId }: Pick<Import, "id" | "providerId">,
  change: Partial<Import> & { dryRun: boolean },
): Promise<void> {
  await tx.delete(importRows).where(eq(importRows.importId, importId));
  await tx.delete(importChanges).where(eq(importChanges.importId, importId));
  await tx
    .update(imports)
    .set({
      ...change,
      actor: actor.id,
      status: "queued",
      facts: null,
      failure: null,
      totalRows: null,
      doneRows: 0,
      doneGroups: 0,
      attempts: 0,
      startedAt: null,
      finishedAt: null,
    })
    .where(eq(imports.id, importId));
  const about = { subject: "import", subjectId: importId, organisationId: providerId } as const;
  await recordEvents(tx, actor, [{ type: "import.started", ...about, after: { dryRun: change.dryRun } }]);
  await enqueueImport(tx, importId);
}

/** Does for real what a dry run has shown. Asked twice, it is done once. */
export async function importForReal(actor: Actor, importId: string): Promise<Result<null>> {
  return db.transaction(async (tx) => {
    const found = await findOwn(tx, actor, importId);
    if (!found.ok) return found;
    const { status, dryRun, providerId } = found.value;
    if (!dryRun) return refuse({ code: "importDone" });
    if (status !== "done") return refuse({ code: "importAtWork" });
    await beginAnew(tx, actor, { id: importId, providerId }, { dryRun: false });
    return ok(null);
  });
}

/**
 * Tries a file again in a dry run, from the stored bytes, with another mapping or with what was put right meanwhile. What was imported
 * already stays an import of its own, which can be undone: then the new try is a new import of the same bytes.
 */
export async function tryAgain(
  actor: Actor,
  importId: string,
  { mapping }: { mapping?: unknown } = {},
): Promise<Result<{ importId: string }>> {
  const read = readMapping(mapping);
  if (!read.ok) return read;
  return db.transaction(async (tx) => {
    const found = await findOwn(tx, actor, importId);
    if (!found.ok) return found;
    if (["queued", "running"].includes(found.value.status)) return refuse({ code: "importAtWork" });
    const change = mapping === undefined ? {} : { mapping: read.value };
    if (found.value.dryRun) {
      await beginAnew(tx, actor, found.value, { ...change, dryRun: true });
      return ok({ importId });
    }
    const [copy] = await tx.execute<{ id: string }>(sql`
      insert into imports (provider_id, actor, file_name, mapping, dry_run, repairs, retry_of_id)
      select provider_id, ${actor.id}, file_name, mapping, true, repairs, id from imports where id = ${importId} returning id`);
    if (!copy) throw new Error("an import was not written");
    await tx.execute(sql`
      insert into import_pieces (import_id, position, bytes)
      select ${copy.id}::uuid, position, bytes from import_pieces where import_id = ${importId}`);
    await beginAnew(tx, actor, { id: copy.id, providerId: found.value.providerId }, { ...change, dryRun: true });
    return ok({ importId: copy.id });
  });
}

/** Goes on with an import that was stopped, from where it was. */
export async function resumeImport(actor: Actor, importId: string): Promise<Result<null>> {
  return db.transaction(async (tx) => {
    const found = await findOwn(tx, actor, importId);
    if (!found.ok) return found;
    const [resumed] = await tx
      .update(imports)
      .set({ status: "queued", attempts: 0, finishedAt: null })
      .where(sql`${imports.id} = ${importId} and ${imports.status} = 'stopped' and ${imports.undoAskedAt} is null`)
      .returning({ organisationId: imports.providerId });
    if (!resumed) return ok(null);
    await recordEvents(tx, actor, [{ type: "import.resumed", subject: "import", subjectId: importId, ...resumed }]);
    await enqueueImport(tx, importId);
    return ok(null);
  });
}
