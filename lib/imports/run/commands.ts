import { eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db";
import { importRows, imports, organisations } from "@/db/schema";
import type { Actor } from "@/lib/auth/permissions";
import { recordEvents } from "@/lib/events/commands";
import { type Decision, decide } from "@/lib/imports/decide";
import type { FileFacts } from "@/lib/imports/facts";
import type { Group } from "@/lib/imports/group";
import type { Mapping } from "@/lib/imports/mapping";
import type { Prepared } from "@/lib/imports/prepare";
import { toRecorded } from "@/lib/imports/recorded";
import { stateOf } from "@/lib/imports/undo/queries";
import { wakeIndexer } from "@/lib/jobs/wake-indexer";
import { noticeOfImport } from "@/lib/notices/imports/commands";
import { writeOfferings } from "@/lib/offerings/commands";
import type { CatalogueStatements } from "@/lib/offerings/content";
import { anyCoverage } from "@/lib/offerings/coverage";
import { coverageFor } from "@/lib/offerings/coverage/queries";
import { canonical } from "@/lib/offerings/publication";
import type { ProblemCode } from "@/lib/result";
import { existingOfferings, type Provider } from "./queries";

/** `publishedAt` is the moment that versions carry; null is the moment at which they are written. */
export type Running = {
  importId: string;
  actor: Actor;
  provider: Provider;
  dryRun: boolean;
  day: string;
  publishedAt: string | null;
  /** Whatever covers it since: a demonstration shows what has left its scope. */
  asPublishedOnce: boolean;
  mapping: Mapping;
  /** The name of a remembered mapping that was found to fit. */
  remembered: string | null;
};

/** Groups that are read and ready to be decided on, with the place of the first among all of them. */
export type Chunk = { from: number; groups: Group[] };

/** Writes down what the file is, and what it states for the whole catalogue. Safe to run again. */
export async function beginImport(run: Running, { facts, totalRows, statements }: Prepared): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`update imports set status = 'running', started_at = coalesce(started_at, now()), total_rows = ${totalRows},
      mapping = ${JSON.stringify(run.mapping)}::jsonb, facts = coalesce(facts, '{}') || ${JSON.stringify({ ...facts, remembered: run.remembered })}::jsonb
      where id = ${run.importId} and status in ('queued', 'running')`);
    if (statements) await stateForCatalogue(tx, run, statements);
  });
}

/**
 * What a provider says once stays said for later files that say nothing; a file that says something replaces all of it. A dry run notes
 * what that would be.
 */
async function stateForCatalogue(
  tx: Transaction,
  { importId, actor, provider, dryRun }: Running,
  statements: CatalogueStatements,
): Promise<void> {
  const [row] = await tx
    .select({ before: organisations.statements })
    .from(organisations)
    .where(eq(organisations.id, provider.id))
    .for("no key update");
  if (!row || canonical(row.before) === canonical(statements)) return;
  await tx
    .update(imports)
    .set({ facts: sql`coalesce(${imports.facts}, '{}') || ${JSON.stringify({ statedBefore: row.before, statedNow: statements })}::jsonb` })
    .where(eq(imports.id, importId));
  if (dryRun) return;
  await tx.update(organisations).set({ statements }).where(eq(organisations.id, provider.id));
  await recordEvents(tx, actor, [
    {
      type: "catalogue.stated",
      subject: "organisation",
      subjectId: provider.id,
      organisationId: provider.id,
      before: row.before,
      after: statements,
    },
  ]);
}

/**
 * Works through the next groups in one transaction: offerings, report and progress are written together or not at all, so a process
 * that is killed anywhere leaves a state from which any other goes on. Says how many groups are done; null when the import was stopped.
 */
export async function importChunk(run: Running, { from, groups }: Chunk, statements: CatalogueStatements): Promise<number | null> {
  return db.transaction(async (tx) => {
    const [state] = await tx
      .select({ status: imports.status, doneGroups: imports.doneGroups })
      .from(imports)
      .where(eq(imports.id, run.importId))
      .for("update");
    if (state?.status !== "running") return null;
    // Another worker was here: go on where it is.
    if (state.doneGroups !== from) return state.doneGroups;
    // Two imports of one provider take turns, so that neither sees half of what the other writes.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${run.provider.id}, 0))`);

    const existing = await existingOfferings(
      tx,
      run.provider.id,
      groups.flatMap(({ externalId }) => externalId ?? []),
    );
    const coverage = run.asPublishedOnce ? anyCoverage : await coverageFor(tx, run.provider, run.day);
    const context = { statements, today: run.day, coverage };
    const decisions = groups.map((group) => decide(group, existing.get(group.externalId ?? ""), context));
    if (!run.dryRun) {
      const changes = decisions.flatMap(({ change }) => change ?? []);
      await writeOfferings(tx, run.actor, run.provider, changes, run);
      if (changes.length > 0) await wakeIndexer(tx);
    }
    await recordChanges(tx, run, decisions);
    await reportRows(tx, run, decisions, from + groups.length);
    return from + groups.length;
  });
}

/** What each offering was and became, in the transaction that changes it. `state` tells later whether anybody changed it since. */
async function recordChanges(tx: Transaction, run: Running, decisions: Decision[]): Promise<void> {
  const changes = decisions.flatMap(({ change, existing }) => (change ? [toRecorded(change, existing, run.dryRun)] : []));
  if (changes.length === 0) return;
  await tx.execute(sql`
    insert into import_changes (import_id, offering_id, before, after)
    select ${run.importId}::uuid, r.id, r.before, r.after || jsonb_build_object('state', ${stateOf})
    from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as r(id uuid, before jsonb, after jsonb) left join offerings o on o.id = r.id`);
}

async function reportRows(tx: Transaction, run: Running, decisions: Decision[], doneGroups: number): Promise<void> {
  // In a dry run the ids of offerings that would be made point at nothing, but for those beside which the change is kept.
  const rows = decisions.flatMap(({ rows, change, existing }) =>
    rows.map((row) => ({ ...row, importId: run.importId, offeringId: run.dryRun && change?.create && !existing ? null : row.offeringId })),
  );
  await tx.execute(sql`
    insert into import_rows (import_id, sheet, row, external_id, title, outcome, problems, offering_id, cells)
    select "importId", sheet, row, "externalId", title, outcome, problems, "offeringId", cells
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("importId" uuid, sheet text, row int, "externalId" text, title text, outcome row_outcome, problems jsonb, "offeringId" uuid, cells jsonb)`);
  await tx
    .update(imports)
    .set({ doneGroups, attempts: 0, doneRows: sql`${imports.doneRows} + ${rows.length}` })
    .where(eq(imports.id, run.importId));
}

export async function finishImport(run: Running, facts: FileFacts): Promise<void> {
  await db.transaction(async (tx) => {
    const done = await tx
      .update(imports)
      .set({
        status: "done",
        finishedAt: sql`now()`,
        facts: sql`${imports.facts} || ${JSON.stringify({ unknownNames: facts.unknownNames })}::jsonb`,
      })
      .where(sql`${imports.id} = ${run.importId} and ${imports.status} = 'running'`)
      .returning({ doneRows: imports.doneRows, dryRun: imports.dryRun });
    if (!done[0]) return;
    const counts = await tx
      .select({ outcome: importRows.outcome, rows: sql<number>`count(*)::int` })
      .from(importRows)
      .where(eq(importRows.importId, run.importId))
      .groupBy(importRows.outcome);
    const after = { dryRun: run.dryRun, rows: Object.fromEntries(counts.map(({ outcome, rows }) => [outcome, rows])) };
    await recordEvents(tx, run.actor, [
      { type: "import.finished", subject: "import", subjectId: run.importId, organisationId: run.provider.id, after },
    ]);
    await noticeOfImport(tx, run.importId, after.rows);
    if (!run.dryRun) await wakeIndexer(tx);
  });
}

/** So many rows change what the database should know of its tables. */
const manyRows = 1000;

/**
 * Has the database look at what a large import has made of its tables: it would by itself, a minute later, and until then plan as if they
 * were as empty as before.
 */
export async function refreshStatistics(rows: number): Promise<void> {
  if (rows < manyRows) return;
  await db.execute(
    sql`analyze offerings, versions, pending_versions, sessions, enrolment_windows, session_prices, events, import_rows, import_changes`,
  );
}

/** A file that could not be read at all. */
export async function failImport(importId: string, code: ProblemCode): Promise<void> {
  await db.transaction(async (tx) => {
    const [failed] = await tx
      .update(imports)
      .set({ status: "failed", failure: code, finishedAt: sql`now()` })
      .where(sql`${imports.id} = ${importId} and ${imports.status} in ('queued', 'running')`)
      .returning({ actor: imports.actor, organisationId: imports.providerId, dryRun: imports.dryRun });
    if (!failed) return;
    const { actor, organisationId, dryRun } = failed;
    await recordEvents(tx, { id: actor, role: "system", organisationId: null }, [
      { type: "import.failed", subject: "import", subjectId: importId, organisationId, after: { dryRun, failure: code } },
    ]);
    await noticeOfImport(tx, importId, null);
  });
}
