import { and, eq, isNull, lte, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db";
import { type HarvestSource, harvestSources } from "@/db/schema";
import { type Actor, may, personIdOf } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { recordEvents } from "@/lib/events/commands";
import { hasQueue } from "@/lib/jobs/wake-indexer";
import { ok, type Result, refuse } from "@/lib/result";
import type { FeedInput } from "./input";
import { nextRunAt } from "./schedule";

export async function addFeed(actor: Actor, input: FeedInput): Promise<Result<{ id: string }>> {
  const providerId = actor.organisationId;
  if (!providerId || !may(actor, "harvest.manage", { providerId })) return refuse({ code: "notAllowed" });
  return db.transaction(async (tx) => {
    const made = {
      ...toKept(input),
      providerId,
      createdById: personIdOf(actor),
      nextRunAt: nextRunAt(input.schedule, now(), 0, Math.random()),
    };
    const [row] = await tx.insert(harvestSources).values(made).returning({ id: harvestSources.id });
    if (!row) throw new Error("a feed was not written");
    await recordEvents(tx, actor, [
      { type: "harvest.added", subject: "harvest", subjectId: row.id, organisationId: providerId, after: input },
    ]);
    return ok(row);
  });
}

/** What was fetched before may read otherwise now, so the next run fetches all of it. */
export async function changeFeed(actor: Actor, id: string, input: FeedInput): Promise<Result<null>> {
  return await onFeed(actor, id, async (tx, { name, url, format, mapping, schedule, graceDays }) => {
    const next = input.schedule === schedule ? {} : { nextRunAt: nextRunAt(input.schedule, now(), 0, Math.random()) };
    await tx
      .update(harvestSources)
      .set({ ...toKept(input), etag: null, lastModified: null, ...next })
      .where(eq(harvestSources.id, id));
    return { type: "harvest.changed", before: { name, url, format, mapping, schedule, graceDays }, after: input };
  });
}

/** While a feed is paused, nothing is fetched by itself and nothing is withdrawn. */
export async function pauseFeed(actor: Actor, id: string, paused: boolean): Promise<Result<null>> {
  return await onFeed(actor, id, async (tx, feed) => {
    if (feed.paused === paused) return null;
    await tx.update(harvestSources).set({ paused }).where(eq(harvestSources.id, id));
    return { type: "harvest.changed", before: { paused: feed.paused }, after: { paused } };
  });
}

/** Ends a feed. What came from it stays as it is, and its log stays for the record. */
export async function removeFeed(actor: Actor, id: string): Promise<Result<null>> {
  return await onFeed(actor, id, async (tx, { name, url }) => {
    await tx.update(harvestSources).set({ removedAt: sql`now()` }).where(eq(harvestSources.id, id));
    return { type: "harvest.removed", before: { name, url } };
  });
}

export type RunWish = { test?: boolean; accepted?: boolean };

/** Asks for a run at once: a test, or a real one, where `accepted` says that records which are gone are really gone. */
export async function askForRun(actor: Actor, id: string, wish: RunWish): Promise<Result<null>> {
  return await onFeed(actor, id, async (tx) => {
    await enqueue(tx, id, wish);
    return null;
  });
}

/** Queues the feeds whose time has come. Costs one look where none has. */
export async function queueDueFeeds(): Promise<number> {
  const due = await db
    .select({ id: harvestSources.id })
    .from(harvestSources)
    .where(and(lte(harvestSources.nextRunAt, now()), eq(harvestSources.paused, false), isNull(harvestSources.removedAt)));
  for (const { id } of due) await db.transaction((tx) => enqueue(tx, id, { scheduled: true }));
  return due.length;
}

async function enqueue(tx: Transaction, sourceId: string, wish: RunWish & { scheduled?: boolean }): Promise<void> {
  if (!(await hasQueue(tx))) return;
  const key = `harvest:${sourceId}${wish.scheduled ? "" : `:${wish.test ? "test" : "now"}`}`;
  await tx.execute(
    sql`select graphile_worker.add_job('harvest-feed', ${JSON.stringify({ sourceId, ...wish })}::json, job_key => ${key}, max_attempts => 3)`,
  );
}

type Happened = { type: "harvest.changed" | "harvest.removed"; before?: unknown; after?: unknown };

/** A feed of the actor's organisation, held while it is changed; one of somebody else is not there. */
async function onFeed(
  actor: Actor,
  id: string,
  work: (tx: Transaction, feed: HarvestSource) => Promise<Happened | null>,
): Promise<Result<null>> {
  return db.transaction(async (tx) => {
    const [feed] = await tx
      .select()
      .from(harvestSources)
      .where(and(eq(harvestSources.id, id), isNull(harvestSources.removedAt)))
      .for("update");
    if (!feed || !may(actor, "harvest.read", feed)) return refuse({ code: "feedUnknown" });
    if (!may(actor, "harvest.manage", feed)) return refuse({ code: "notAllowed" });
    const happened = await work(tx, feed);
    if (happened) await recordEvents(tx, actor, [{ ...happened, subject: "harvest", subjectId: id, organisationId: feed.providerId }]);
    return ok(null);
  });
}

function toKept({ mapping, ...input }: FeedInput) {
  return { ...input, mapping: mapping ? { name: mapping } : null };
}
