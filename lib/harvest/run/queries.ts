import { and, eq, inArray, sql } from "drizzle-orm";
import { db } from "@/db";
import { harvestRecords, harvestRuns, harvestSources, imports, organisations } from "@/db/schema";
import type { KnownRecord } from "@/lib/harvest/disappearance";

/** A feed as a run needs it. */
export async function findSource(id: string) {
  const [row] = await db
    .select({ source: harvestSources, providerSlug: organisations.slug })
    .from(harvestSources)
    .innerJoin(organisations, eq(organisations.id, harvestSources.providerId))
    .where(eq(harvestSources.id, id));
  return row && !row.source.removedAt ? { ...row.source, providerSlug: row.providerSlug } : undefined;
}

export type Source = NonNullable<Awaited<ReturnType<typeof findSource>>>;

export async function listKnown(sourceId: string): Promise<KnownRecord[]> {
  return await db
    .select({ externalId: harvestRecords.externalId, missingSince: harvestRecords.missingSince })
    .from(harvestRecords)
    .where(eq(harvestRecords.sourceId, sourceId));
}

/** How many real runs have failed since the last that did not. */
export async function countFailures(sourceId: string): Promise<number> {
  const since = sql`coalesce((select max(started_at) from harvest_runs where source_id = ${sourceId} and not test and status in ('done', 'unchanged')), '-infinity')`;
  const failed = and(eq(harvestRuns.sourceId, sourceId), eq(harvestRuns.test, false), inArray(harvestRuns.status, ["failed"]));
  return await db.$count(harvestRuns, and(failed, sql`${harvestRuns.startedAt} > ${since}`));
}

export async function findImportState(importId: string) {
  const [row] = await db.select({ status: imports.status, failure: imports.failure }).from(imports).where(eq(imports.id, importId));
  return row;
}
