import { sql } from "drizzle-orm";
import type { Transaction } from "@/db";
import type { Texts } from "@/db/schema";
import type { Actor } from "@/lib/auth/permissions";
import { type EventType, recordEvents } from "@/lib/events/commands";
import { wakeIndexer } from "@/lib/jobs/wake-indexer";
import { refreshVisibility } from "@/lib/visibility/commands";

/**
 * Takes published offerings of one provider out of the catalogue, for a reason that learners read, in the caller's transaction. Their
 * pages stay. Those that are not published are left as they are; answers which were.
 */
export async function withdrawOfferings(
  tx: Transaction,
  actor: Actor,
  providerId: string,
  offeringIds: string[],
  reason: Texts,
): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    update offerings set status = 'withdrawn', withdrawn_reason = ${JSON.stringify(reason)}::jsonb, withdrawn_at = now(), updated_at = now()
    where provider_id = ${providerId} and status = 'published' and ${isListed(offeringIds)} returning id`);
  return await turned(tx, actor, providerId, rows, "offering.withdrawn", { reason });
}

/** Puts withdrawn offerings back as they were when they were withdrawn. */
export async function restoreOfferings(tx: Transaction, actor: Actor, providerId: string, offeringIds: string[]): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    update offerings set status = 'published', withdrawn_reason = null, withdrawn_at = null, updated_at = now()
    where provider_id = ${providerId} and status = 'withdrawn' and current_version_id is not null and ${isListed(offeringIds)} returning id`);
  return await turned(tx, actor, providerId, rows, "offering.restored");
}

function isListed(ids: string[]) {
  return sql`id in (select (jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))::uuid)`;
}

async function turned(
  tx: Transaction,
  actor: Actor,
  organisationId: string,
  rows: readonly { id: string }[],
  type: EventType,
  after?: unknown,
): Promise<string[]> {
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return ids;
  await refreshVisibility(tx, { offeringIds: ids });
  const happened = ids.map((subjectId) => ({ type, subject: "offering", subjectId, organisationId, after }) as const);
  await recordEvents(tx, actor, happened);
  await wakeIndexer(tx);
  return ids;
}
