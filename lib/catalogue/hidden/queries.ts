import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db";
import { today } from "@/lib/clock";

/** So long an answer is used again, in milliseconds: a suspension must be out of search within a second (design, section 9). */
const keptFor = 500;

let kept: { at: number; slugs: Promise<string[]> } | undefined;

/**
 * Providers that a decision has hidden and whose offerings the index still shows: suspended or no longer registered today, with events that the indexer
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
  const holds = (status: string) => sql`exists (select from registrations r where r.provider_id = o.id and upper_inf(r.recorded)
    and r.status = ${status} and r.valid @> ${today()}::date)`;
  const rows = await db.execute<{ slug: string }>(sql`
    select o.slug from organisations o
    where o.id in (select organisation_id from events where indexed_at is null and type in ('organisation.registered', 'organisation.accredited'))
      and (${holds("suspended")} or not ${holds("registered")})`);
  return rows.map(({ slug }) => slug);
}
