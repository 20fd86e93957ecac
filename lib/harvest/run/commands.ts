import { and, eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db";
import { type HarvestRun, harvestRuns, harvestSources } from "@/db/schema";
import type { Actor } from "@/lib/auth/permissions";
import type { Day } from "@/lib/days/days";
import type { Verdict } from "@/lib/harvest/disappearance";
import { reasonFor } from "@/lib/harvest/words";
import { notify } from "@/lib/notices/commands";
import { restoreOfferings, withdrawOfferings } from "@/lib/offerings/withdrawal/commands";
import type { Problem } from "@/lib/result";
import type { Source } from "./queries";

/** Begins the log of a run. Whoever holds the feed's lock is alone: a run that still says it is running was cut off. */
export async function beginRun(sourceId: string, { test, retryAt }: { test: boolean; retryAt: Date | null }): Promise<string> {
  return db.transaction(async (tx) => {
    await tx
      .update(harvestRuns)
      .set({ status: "failed", problem: { code: "feedInterrupted" } satisfies Problem, finishedAt: sql`now()` })
      .where(and(eq(harvestRuns.sourceId, sourceId), eq(harvestRuns.status, "running")));
    // Should this process be killed, another takes it up then.
    if (retryAt) await tx.update(harvestSources).set({ nextRunAt: retryAt }).where(eq(harvestSources.id, sourceId));
    const [run] = await tx.insert(harvestRuns).values({ sourceId, test }).returning({ id: harvestRuns.id });
    if (!run) throw new Error("a run was not written");
    return run.id;
  });
}

type Told = Partial<Pick<HarvestRun, "httpStatus" | "bytes" | "importId" | "counts">> & { problem?: Problem };

export async function noteRun(runId: string, told: Told): Promise<void> {
  await db.update(harvestRuns).set(told).where(eq(harvestRuns.id, runId));
}

export async function endRun(runId: string, status: "done" | "failed", told: Told): Promise<void> {
  await db
    .update(harvestRuns)
    .set({ ...told, status, finishedAt: sql`now()` })
    .where(eq(harvestRuns.id, runId));
}

/** So much was gone that nothing was changed: whoever keeps the feed is asked. */
export async function doubtRun(runId: string, { id, name, providerId }: Source, problem: Problem, day: Day): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.update(harvestRuns).set({ status: "failed", problem, finishedAt: sql`now()` }).where(eq(harvestRuns.id, runId));
    const about = `${id}:${day}`;
    await notify(tx, { organisationId: providerId, kind: "feed-asks", about, values: { feed: name }, path: `manage/harvest/${id}` });
  });
}

export async function scheduleNext(sourceId: string, at: Date | null): Promise<void> {
  await db.update(harvestSources).set({ nextRunAt: at }).where(eq(harvestSources.id, sourceId));
}

/** Records that are back, before they are taken in: those that the feed withdrew come back too, those that a person withdrew do not. */
export async function restoreReturned(actor: Actor, { id, providerId }: Source, back: string[]): Promise<number> {
  if (back.length === 0) return 0;
  return db.transaction(async (tx) => {
    const rows = await tx.execute<{ id: string }>(sql`
      select o.id from offerings o join harvest_records r on r.external_id = o.external_id and r.source_id = ${id} and r.withdrawn_at = o.withdrawn_at
      where o.provider_id = ${providerId} and o.superseded_by_id is null and o.status = 'withdrawn' and ${isListed("o.external_id", back)}`);
    return (
      await restoreOfferings(
        tx,
        actor,
        providerId,
        rows.map((row) => row.id),
      )
    ).length;
  });
}

export type Settled = {
  status: "done" | "unchanged";
  /** Every record that the feed has; undefined where it is what it was. */
  seen?: string[];
  verdict: Verdict;
  validators?: { etag: string | null; lastModified: string | null };
  restored: number;
  day: Day;
};

/** Ends a run that was read whole: what was seen, what is missing since when, and what is withdrawn because its grace is over. */
export async function settleRun(
  actor: Actor,
  source: Source,
  runId: string,
  { status, seen, verdict, validators, restored, day }: Settled,
): Promise<void> {
  await db.transaction(async (tx) => {
    if (seen) {
      await tx.execute(sql`
        insert into harvest_records (source_id, external_id, last_seen_at)
        select ${source.id}::uuid, id, now() from jsonb_array_elements_text(${JSON.stringify(seen)}::jsonb) as id
        on conflict (source_id, external_id) do update set last_seen_at = now(), missing_since = null, withdrawn_at = null`);
    }
    await tx.execute(sql`
      update harvest_records set missing_since = ${day} where source_id = ${source.id} and missing_since is null and ${isListed("external_id", verdict.gone)}`);
    const withdrawn = await withdrawExpired(tx, actor, source, verdict.expired);
    if (validators) await tx.update(harvestSources).set(validators).where(eq(harvestSources.id, source.id));
    const counts = { gone: verdict.gone.length, back: verdict.back.length, restored, withdrawn };
    await tx.update(harvestRuns).set({ status, counts, finishedAt: sql`now()` }).where(eq(harvestRuns.id, runId));
  });
}

/** Drafts stay, and so does what another feed of the provider still has. */
async function withdrawExpired(tx: Transaction, actor: Actor, { id, providerId, name }: Source, expired: string[]): Promise<number> {
  if (expired.length === 0) return 0;
  const rows = await tx.execute<{ id: string }>(sql`
    select o.id from offerings o where o.provider_id = ${providerId} and o.superseded_by_id is null and o.status = 'published' and ${isListed("o.external_id", expired)}
      and not exists (select from harvest_records r join harvest_sources s on s.id = r.source_id
        where s.provider_id = ${providerId} and s.id <> ${id} and s.removed_at is null and r.external_id = o.external_id and r.missing_since is null)`);
  const withdrawn = await withdrawOfferings(
    tx,
    actor,
    providerId,
    rows.map((row) => row.id),
    reasonFor(name),
  );
  if (withdrawn.length > 0) {
    await tx.execute(sql`
      update harvest_records r set withdrawn_at = now() from offerings o
      where r.source_id = ${id} and o.external_id = r.external_id and o.provider_id = ${providerId}
        and o.id in (select (jsonb_array_elements_text(${JSON.stringify(withdrawn)}::jsonb))::uuid)`);
  }
  return withdrawn.length;
}

function isListed(column: "external_id" | "o.external_id", ids: string[]) {
  return sql`${sql.raw(column)} in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`;
}
