import { eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db";
import { importMappings, importPieces, imports, organisations } from "@/db/schema";
import { type Actor, may } from "@/lib/auth/permissions";
import { recordEvents } from "@/lib/events/commands";
import { hasQueue } from "@/lib/jobs/wake-indexer";
import { ok, type Problem, type Result, refuse } from "@/lib/result";
import { problemWithFile } from "./file";
import { type Mapping, mappingInput } from "./mapping";
import { shorten } from "./reading";
import { problemWithWaiting } from "./waiting/queries";

export type NewImport = { providerSlug: string; fileName: string; bytes: Uint8Array; mapping?: unknown; dryRun?: boolean };

/** Takes a file in and queues the work on it. The bytes are kept, so that any worker can go on where another was killed. */
export async function startImport(
  actor: Actor,
  { providerSlug, fileName, bytes, mapping, dryRun = false }: NewImport,
): Promise<Result<{ importId: string }>> {
  const read = readMapping(mapping);
  if (!read.ok) return read;
  const wrong = problemWithFile(bytes);
  if (wrong) return refuse(wrong);
  return db.transaction(async (tx) => {
    const provider = await importableProvider(tx, actor, providerSlug);
    if (!provider.ok) return provider;
    const full = actor.role === "system" ? undefined : await problemWithWaiting(tx, provider.value.id, bytes.length);
    if (full) return refuse(full);
    const [row] = await tx
      .insert(imports)
      .values({
        providerId: provider.value.id,
        fileName: shorten(fileName),
        // Without one, a remembered mapping that fits is found when the file is read.
        mapping: mapping === undefined ? null : read.value,
        dryRun,
        actor: actor.id,
      })
      .returning({ id: imports.id });
    if (!row) throw new Error("an import was not written");
    await keepBytes(tx, row.id, bytes);
    const about = { subject: "import", subjectId: row.id, organisationId: provider.value.id } as const;
    await recordEvents(tx, actor, [{ type: "import.started", ...about, after: { dryRun } }]);
    await enqueueImport(tx, row.id);
    return ok({ importId: row.id });
  });
}

const pieceSize = 1024 * 1024;

async function keepBytes(tx: Transaction, importId: string, bytes: Uint8Array): Promise<void> {
  for (let position = 0; position * pieceSize < bytes.length; position++) {
    const piece = bytes.subarray(position * pieceSize, (position + 1) * pieceSize);
    await tx.insert(importPieces).values({ importId, position, bytes: piece });
  }
}

/** What an actor may not import into does not exist for them. */
async function importableProvider(tx: Transaction, actor: Actor, slug: string): Promise<Result<{ id: string }>> {
  const [provider] = await tx
    .select({ id: organisations.id, roles: organisations.roles })
    .from(organisations)
    .where(eq(organisations.slug, slug));
  if (!provider?.roles.includes("provider") || !may(actor, "catalogue.import", { providerId: provider.id })) {
    return refuse({ code: "providerUnknown", field: "provider", value: slug });
  }
  return ok({ id: provider.id });
}

export function readMapping(mapping: unknown): Result<Mapping> {
  const parsed = mappingInput.safeParse(mapping ?? {});
  if (parsed.success) return ok(parsed.data);
  return refuse(
    ...parsed.error.issues.map(
      (issue) => ({ code: "mappingInvalid", field: issue.path.join("."), value: shorten(issue.message) }) as const,
    ),
  );
}

/** Has a worker take an import in hand, or take back what it did. */
export async function enqueueImport(
  tx: Transaction,
  importId: string,
  task: "import-catalogue" | "undo-import" = "import-catalogue",
): Promise<void> {
  if (!(await hasQueue(tx))) return;
  await tx.execute(
    sql`select graphile_worker.add_job(${task}, json_build_object('importId', ${importId}::text), job_key => ${`${task}:${importId}`})`,
  );
}

/**
 * Queues every unfinished import and undo that no living process has in hand: for a worker that starts, and once a minute. The queue itself
 * would hold the job of a killed worker for hours; the lock that `runImport` holds ends with its process.
 */
export async function resumeImports(): Promise<number> {
  return db.transaction(async (tx) => {
    const waiting = await tx.execute<{ id: string; undo: boolean }>(sql`
      select id, undo_asked_at is not null as undo from imports
      where (status in ('queued', 'running') or (undo_asked_at is not null and undone_at is null)) and pg_try_advisory_xact_lock(hashtextextended('import:' || id::text, 1))`);
    for (const { id, undo } of waiting) await enqueueImport(tx, id, undo ? "undo-import" : "import-catalogue");
    return waiting.length;
  });
}

/** An import of others is not told apart from one that is not there; for one of theirs, the right is named that the role lacks. */
export function refusalFor(
  actor: Actor,
  permission: "catalogue.import" | "import.undo",
  row: { providerId: string } | undefined,
): Problem | undefined {
  if (row && may(actor, permission, row)) return undefined;
  return { code: row && may(actor, "import.read", row) ? "notAllowed" : "importUnknown" };
}

/** Ends an import where it is; what was written stays written. */
export async function stopImport(actor: Actor, importId: string): Promise<Result<null>> {
  return db.transaction(async (tx) => {
    const [row] = await tx
      .select({ providerId: imports.providerId, status: imports.status })
      .from(imports)
      .where(eq(imports.id, importId))
      .for("update");
    const refusal = refusalFor(actor, "catalogue.import", row);
    if (!row || refusal) return refuse(refusal ?? { code: "importUnknown" });
    if (row.status === "queued" || row.status === "running") {
      await tx.update(imports).set({ status: "stopped", finishedAt: sql`now()` }).where(eq(imports.id, importId));
      await recordEvents(tx, actor, [{ type: "import.stopped", subject: "import", subjectId: importId, organisationId: row.providerId }]);
    }
    return ok(null);
  });
}

/** Remembers under a name how a provider's files are read. */
export async function saveMapping(actor: Actor, providerSlug: string, name: string, mapping: unknown): Promise<Result<null>> {
  const read = readMapping(mapping);
  if (!read.ok) return read;
  return db.transaction(async (tx) => {
    const provider = await importableProvider(tx, actor, providerSlug);
    if (!provider.ok) return provider;
    await tx
      .insert(importMappings)
      .values({ providerId: provider.value.id, name: shorten(name), mapping: read.value })
      .onConflictDoUpdate({
        target: [importMappings.providerId, importMappings.name],
        set: { mapping: read.value, updatedAt: sql`now()` },
      });
    const about = { subject: "organisation", subjectId: provider.value.id, organisationId: provider.value.id } as const;
    await recordEvents(tx, actor, [{ type: "import.mapping-kept", ...about, after: { name: shorten(name) } }]);
    return ok(null);
  });
}
