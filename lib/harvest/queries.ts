import "server-only";
import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { db } from "@/db";
import { harvestRecords, harvestRuns, harvestSources, importMappings, importRows } from "@/db/schema";
import { type Actor, may, mayAtAll } from "@/lib/auth/permissions";
import type { Problem } from "@/lib/result";

/** The feeds of the organisation for which somebody acts, each with its last real run. */
export async function listFeeds(actor: Actor) {
  if (!actor.organisationId || !mayAtAll(actor, "harvest.read")) return [];
  const feeds = await db
    .select()
    .from(harvestSources)
    .where(and(eq(harvestSources.providerId, actor.organisationId), isNull(harvestSources.removedAt)))
    .orderBy(asc(harvestSources.name), harvestSources.id);
  const last = await db
    .selectDistinctOn([harvestRuns.sourceId])
    .from(harvestRuns)
    .where(
      and(
        inArray(
          harvestRuns.sourceId,
          feeds.map(({ id }) => id),
        ),
        eq(harvestRuns.test, false),
      ),
    )
    .orderBy(harvestRuns.sourceId, desc(harvestRuns.startedAt));
  return feeds.map((feed) => ({ ...feed, lastRun: toShown(last.find(({ sourceId }) => sourceId === feed.id)) }));
}

export type ListedFeed = Awaited<ReturnType<typeof listFeeds>>[number];

export async function findFeed(actor: Actor, id: string) {
  if (!/^[0-9a-f-]{36}$/.test(id)) return undefined;
  const [feed] = await db
    .select()
    .from(harvestSources)
    .where(and(eq(harvestSources.id, id), isNull(harvestSources.removedAt)));
  return feed && may(actor, "harvest.read", feed) ? feed : undefined;
}

/** The latest runs of a feed with what became of the rows that they took in. Whoever may see the feed may see them. */
export async function listRuns(feedId: string, limit = 30) {
  const runs = await db
    .select()
    .from(harvestRuns)
    .where(eq(harvestRuns.sourceId, feedId))
    .orderBy(desc(harvestRuns.startedAt))
    .limit(limit);
  const ids = runs.flatMap(({ importId }) => importId ?? []);
  const counted = await db
    .select({ importId: importRows.importId, outcome: importRows.outcome, rows: sql<number>`count(*)::int` })
    .from(importRows)
    .where(inArray(importRows.importId, ids))
    .groupBy(importRows.importId, importRows.outcome);
  return runs.map((run) => ({
    ...run,
    problem: run.problem as Problem | null,
    rows: counted.filter(({ importId }) => importId === run.importId).map(({ outcome, rows }) => ({ outcome, rows })),
  }));
}

export type ListedRun = Awaited<ReturnType<typeof listRuns>>[number];

function toShown(run: typeof harvestRuns.$inferSelect | undefined) {
  return run ? { ...run, problem: run.problem as Problem | null } : null;
}

/** Records that the feed no longer has, with the day since when. */
export async function countMissing(feedId: string): Promise<number> {
  return await db.$count(harvestRecords, and(eq(harvestRecords.sourceId, feedId), sql`${harvestRecords.missingSince} is not null`));
}

/** The names of the mappings that were saved for files of the organisation. */
export async function listMappingNames(actor: Actor): Promise<string[]> {
  if (!actor.organisationId || !mayAtAll(actor, "harvest.read")) return [];
  const rows = await db
    .select({ name: importMappings.name })
    .from(importMappings)
    .where(eq(importMappings.providerId, actor.organisationId));
  return rows.map(({ name }) => name).sort();
}
