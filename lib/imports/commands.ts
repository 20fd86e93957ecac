import { eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db";
import { importMappings, imports, organisations } from "@/db/schema";
import { type Actor, may } from "@/lib/auth/permissions";
import { hasQueue } from "@/lib/jobs/wake-indexer";
import { ok, type Result, refuse } from "@/lib/result";
import { type Mapping, mappingInput } from "./mapping";
import { shorten } from "./reading";

export type NewImport = { providerSlug: string; fileName: string; bytes: Uint8Array; mapping?: unknown; dryRun?: boolean };

/** Files beyond this are refused: they are no catalogue, and a worker must hold them in memory. */
const largestFile = 100 * 1024 * 1024;

/** Takes a file in and queues the work on it. The bytes are kept, so that any worker can go on where another was killed. */
export async function startImport(
  actor: Actor,
  { providerSlug, fileName, bytes, mapping, dryRun = false }: NewImport,
): Promise<Result<{ importId: string }>> {
  const read = readMapping(mapping);
  if (!read.ok) return read;
  if (bytes.length === 0) return refuse({ code: "fileEmpty" });
  if (bytes.length > largestFile) return refuse({ code: "fileTooLarge" });
  return db.transaction(async (tx) => {
    const provider = await importableProvider(tx, actor, providerSlug);
    if (!provider.ok) return provider;
    const [row] = await tx
      .insert(imports)
      .values({
        providerId: provider.value.id,
        fileName: shorten(fileName),
        file: bytes,
        mapping: read.value,
        dryRun,
        actor: actor.id,
      })
      .returning({ id: imports.id });
    if (!row) throw new Error("an import was not written");
    await enqueueImport(tx, row.id);
    return ok({ importId: row.id });
  });
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

function readMapping(mapping: unknown): Result<Mapping> {
  const parsed = mappingInput.safeParse(mapping ?? {});
  if (parsed.success) return ok(parsed.data);
  return refuse(
    ...parsed.error.issues.map(
      (issue) => ({ code: "mappingInvalid", field: issue.path.join("."), value: shorten(issue.message) }) as const,
    ),
  );
}

async function enqueueImport(tx: Transaction, importId: string): Promise<void> {
  if (!(await hasQueue(tx))) return;
  await tx.execute(
    sql`select graphile_worker.add_job('import-catalogue', json_build_object('importId', ${importId}::text), job_key => ${`import:${importId}`})`,
  );
}

/**
 * Queues every unfinished import that no living process has in hand: for a worker that starts, and once a minute. The queue itself
 * would hold the job of a killed worker for hours; the lock that `runImport` holds ends with its process.
 */
export async function resumeImports(): Promise<number> {
  return db.transaction(async (tx) => {
    const waiting = await tx.execute<{ id: string }>(sql`
      select id from imports where status in ('queued', 'running') and pg_try_advisory_xact_lock(hashtextextended('import:' || id::text, 1))`);
    for (const { id } of waiting) await enqueueImport(tx, id);
    return waiting.length;
  });
}

/** Ends an import where it is; what was written stays written. */
export async function stopImport(actor: Actor, importId: string): Promise<Result<null>> {
  return db.transaction(async (tx) => {
    const [row] = await tx
      .select({ providerId: imports.providerId, status: imports.status })
      .from(imports)
      .where(eq(imports.id, importId))
      .for("update");
    if (!row || !may(actor, "catalogue.import", row)) return refuse({ code: "importUnknown", value: importId });
    if (row.status === "queued" || row.status === "running") {
      await tx.update(imports).set({ status: "stopped", finishedAt: sql`now()` }).where(eq(imports.id, importId));
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
    return ok(null);
  });
}
