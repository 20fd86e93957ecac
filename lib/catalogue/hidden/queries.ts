import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db";
import { today } from "@/lib/clock";

/** So long an answer is used again, in milliseconds: a suspension must be out of search within a second (design, section 9). */
const keptFor = 500;

let kept: { at: number; slugs: Promise<string[]> } | undefined;

/**
 * Providers that a decision has hidden and whose offerings the index still shows: suspended today, with events that the indexer
 * has not drained. Search leaves them out by filter, so a suspension does not wait for the index.
 */
export function listHiddenProviders(): Promise<string[]> {
  const at = performance.now();
  if (!kept || at - kept.at > keptFor) {
    const slugs = hiddenNow();
    kept = { at, slugs };
    slugs.catch(() => {
      kept = undefined;
    });
  }
  return kept.slugs;
}

async function hiddenNow(): Promise<string[]> {
  const rows = await db.execute<{ slug: string }>(sql`
    select distinct o.slug from events e
    join organisations o on o.id = e.organisation_id
    join registrations r on r.provider_id = o.id and upper_inf(r.recorded) and r.valid @> ${today()}::date and r.status <> 'registered'
    where e.indexed_at is null and e.type in ('organisation.registered', 'organisation.accredited')`);
  return rows.map(({ slug }) => slug);
}
