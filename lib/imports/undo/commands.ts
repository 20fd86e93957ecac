import { eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db";
import { imports, organisations } from "@/db/schema";
import type { Actor } from "@/lib/auth/permissions";
import type { Day } from "@/lib/days/days";
import { recordEvents } from "@/lib/events/commands";
import { enqueueImport, refusalFor } from "@/lib/imports/commands";
import { type Provider, sessionsOf } from "@/lib/imports/run/queries";
import { wakeIndexer } from "@/lib/jobs/wake-indexer";
import { asOf, writeOfferings } from "@/lib/offerings/commands";
import { logOfferings } from "@/lib/public-log/commands";
import { ok, type Result, refuse } from "@/lib/result";
import { refreshVisibility } from "@/lib/visibility/commands";
import { nextUndo, type UndoRecord } from "./queries";
import { withdrawnReason } from "./reason";
import { type UndoStep, undoStep } from "./undo";

/** So many offerings a transaction, as an import writes them. */
const chunkSize = 250;

/** Has everything that an import did taken back, but for what was changed since. Asked twice, it is done once. */
export async function askUndo(actor: Actor, importId: string): Promise<Result<null>> {
  return db.transaction(async (tx) => {
    const [row] = await tx
      .select({ providerId: imports.providerId, status: imports.status, dryRun: imports.dryRun, asked: imports.undoAskedAt })
      .from(imports)
      .where(eq(imports.id, importId))
      .for("update");
    const refusal = refusalFor(actor, "import.undo", row);
    if (!row || refusal) return refuse(refusal ?? { code: "importUnknown" });
    if (row.asked) return ok(null);
    if (row.dryRun || !["done", "stopped"].includes(row.status)) return refuse({ code: "importNotDone" });
    await tx
      .update(imports)
      .set({ undoAskedAt: sql`now()`, undoneBy: actor.id, failure: null, attempts: 0 })
      .where(eq(imports.id, importId));
    await recordEvents(tx, actor, [{ type: "import.undo-asked", subject: "import", subjectId: importId, organisationId: row.providerId }]);
    await enqueueImport(tx, importId, "undo-import");
    return ok(null);
  });
}

export type Undoing = { importId: string; actor: Actor; provider: Provider; day: Day };

type Step = { record: UndoRecord; step: UndoStep };

/** Takes back the next changes in one transaction. False when nothing is left: then the import is marked as undone. */
export async function undoChunk(undoing: Undoing): Promise<boolean> {
  const { importId, actor, provider, day } = undoing;
  return db.transaction(async (tx) => {
    const [state] = await tx
      .select({ asked: imports.undoAskedAt, undone: imports.undoneAt })
      .from(imports)
      .where(eq(imports.id, importId))
      .for("update");
    if (!state?.asked || state.undone) return false;
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${provider.id}, 0))`);
    const records = await nextUndo(tx, importId, chunkSize);
    if (records.length === 0) return finishUndo(tx, undoing);

    const [left, changed] = [records.filter(({ asLeft }) => asLeft), records.filter(({ asLeft }) => !asLeft)];
    const runs = await sessionsOf(
      tx,
      left.map(({ offeringId }) => offeringId),
    );
    const steps = left.map((record): Step => ({ record, step: undoStep(record, runs.get(record.offeringId) ?? new Map()) }));
    await deleteAdded(tx, left);
    await deleteDrafts(tx, undoing, steps);
    await withdraw(tx, undoing, steps);
    const restored = steps.flatMap(({ step }) => (step.kind === "restore" ? [step.change] : []));
    await dropPending(
      tx,
      restored.filter(({ pending }) => pending === null).map(({ offeringId }) => offeringId),
    );
    await writeOfferings(tx, actor, provider, restored, asOf(day));
    await mark(tx, importId, left, sql`undone_at = now()`);
    await mark(tx, importId, changed, sql`after = after || '{"kept": true}'`);
    await tx.update(imports).set({ attempts: 0 }).where(eq(imports.id, importId));
    if (left.length > 0) await wakeIndexer(tx);
    return true;
  });
}

/** Runs that the import brought. Those of an offering that stays withdrawn stay readable with it. */
async function deleteAdded(tx: Transaction, records: UndoRecord[]): Promise<void> {
  const ids = records.filter(({ before }) => before !== null).flatMap(({ after }) => after.added);
  if (ids.length > 0)
    await tx.execute(sql`delete from sessions where id in (select (jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))::uuid)`);
}

function chosen(ids: string[]) {
  return sql`(select (jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))::uuid)`;
}

async function dropPending(tx: Transaction, ids: string[]): Promise<void> {
  if (ids.length > 0) await tx.execute(sql`delete from pending_versions where offering_id in ${chosen(ids)}`);
}

/** Drafts that the import brought and that nobody has seen. */
async function deleteDrafts(tx: Transaction, { actor, provider }: Undoing, steps: Step[]): Promise<void> {
  const gone = steps.filter(({ step }) => step.kind === "delete").map(({ record }) => record);
  if (gone.length === 0) return;
  const ids = gone.map(({ offeringId }) => offeringId);
  await dropPending(tx, ids);
  await tx.execute(sql`delete from sessions where offering_id in ${chosen(ids)}`);
  await tx.execute(sql`delete from insight_days where offering_id in ${chosen(ids)}`);
  await tx.execute(sql`delete from offerings where id in ${chosen(ids)}`);
  const of = { type: "offering.deleted", subject: "offering", organisationId: provider.id } as const;
  await recordEvents(
    tx,
    actor,
    gone.map(({ offeringId, externalId }) => ({ ...of, subjectId: offeringId, before: { externalId } })),
  );
}

/** What the public has seen stays readable, and says what happened. An offering that it took the place of stands in its own again. */
async function withdraw(tx: Transaction, { actor, provider, day }: Undoing, steps: Step[]): Promise<void> {
  const withdrawn = steps.flatMap(({ record, step }) =>
    step.kind === "withdraw" ? [{ id: record.offeringId, externalId: record.externalId, ...step }] : [],
  );
  if (withdrawn.length === 0) return;
  const rows = withdrawn.map(({ id, status, restores }) => ({ id, status, old: restores?.id ?? null }));
  const recordset = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, status publication_status, old uuid)`;
  await tx.execute(sql`
    update offerings o set status = r.status, withdrawn_at = now(), withdrawn_reason = ${JSON.stringify(withdrawnReason)}::jsonb, superseded_by_id = r.old, updated_at = now()
    from ${recordset} where o.id = r.id`);
  await tx.execute(
    sql`update offerings o set status = 'published', superseded_by_id = null, updated_at = now() from ${recordset} where o.id = r.old`,
  );
  const restored = withdrawn.flatMap(({ restores }) => restores ?? []);
  const none = { create: false, supersedes: null, publish: null };
  await writeOfferings(
    tx,
    actor,
    provider,
    [
      ...withdrawn.map(({ id, externalId, pending, runs }) => ({ ...none, offeringId: id, externalId, pending, sessions: runs })),
      ...restored.map(({ id, pending }) => ({ ...none, offeringId: id, externalId: "", pending, sessions: [] })),
    ],
    asOf(day),
  );
  await refreshVisibility(tx, { offeringIds: [...withdrawn, ...restored].map(({ id }) => id) });
  const of = { subject: "offering", organisationId: provider.id } as const;
  await recordEvents(tx, actor, [
    ...withdrawn.map(({ id }) => ({ ...of, type: "offering.withdrawn" as const, subjectId: id, after: { reason: withdrawnReason } })),
    ...restored.map(({ id }) => ({ ...of, type: "offering.restored" as const, subjectId: id })),
  ]);
  await logOfferings(
    tx,
    [],
    [
      ...withdrawn.map(({ id, status }) => ({
        offeringId: id,
        act: status === "archived" ? ("archiving" as const) : ("withdrawal" as const),
      })),
      ...restored.map(({ id }) => ({ offeringId: id, act: "restoration" as const })),
    ],
  );
}

async function mark(tx: Transaction, importId: string, records: UndoRecord[], set: ReturnType<typeof sql>): Promise<void> {
  if (records.length === 0) return;
  const ids = chosen(records.map(({ offeringId }) => offeringId));
  await tx.execute(sql`update import_changes set ${set} where import_id = ${importId} and offering_id in ${ids}`);
}

/** What the file said for the whole catalogue goes too, unless something else was said since. */
async function finishUndo(tx: Transaction, { importId, actor, provider }: Undoing): Promise<false> {
  const [stated] = await tx.execute<{ before: unknown; after: unknown }>(sql`
    update organisations set statements = i.facts->'statedBefore' from imports i
    where i.id = ${importId} and i.facts ? 'statedBefore' and ${organisations.id} = ${provider.id} and ${organisations.statements} = i.facts->'statedNow'
    returning i.facts->'statedNow' as before, i.facts->'statedBefore' as after`);
  await tx.update(imports).set({ undoneAt: sql`now()` }).where(eq(imports.id, importId));
  const [counts] = await tx.execute<{ undone: number; kept: number }>(sql`
    select count(*) filter (where undone_at is not null)::int as undone, count(*) filter (where undone_at is null)::int as kept from import_changes where import_id = ${importId}`);
  const about = { subject: "organisation", subjectId: provider.id, organisationId: provider.id } as const;
  await recordEvents(tx, actor, [
    ...(stated ? [{ type: "catalogue.stated" as const, ...about, ...stated }] : []),
    { type: "import.undone", subject: "import", subjectId: importId, organisationId: provider.id, after: counts },
  ]);
  return false;
}
