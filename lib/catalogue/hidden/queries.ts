import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db";
import { today } from "@/lib/clock";

/**
 * Providers that a decision has hidden and whose offerings the index still shows: suspended or no longer registered today, with events that the indexer
 * has not drained. Search leaves them out by filter, so a suspension does not wait for the index. Asked for each search: a page
 * that is kept must not have been drawn from an older answer.
 */
export async function listHiddenProviders(): Promise<string[]> {
  const holds = (status: string) => sql`exists (select from registrations r where r.provider_id = o.id and upper_inf(r.recorded)
    and r.status = ${status} and r.valid @> ${today()}::date)`;
  const rows = await db.execute<{ slug: string }>(sql`
    select o.slug from organisations o
    where o.id in (select organisation_id from events where indexed_at is null and type = 'organisation.decided')
      and (${holds("suspended")} or not ${holds("registered")})`);
  return rows.map(({ slug }) => slug);
}
