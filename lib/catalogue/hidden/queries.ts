import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db";
import type { Hidden } from "@/lib/catalogue/filters";
import { now, today } from "@/lib/clock";

/** Not a single question more than these ids are sent along with it: beyond, the whole provider is left out until the index caught up. */
const mostOfferings = 2000;

/**
 * What a decision has hidden and the index still shows: offerings of providers with events that the indexer has not drained. A provider none of
 * whose offerings may be seen is named as a whole. Search leaves them out by filter, so that no decision waits for the index. Asked for each
 * search: a page that is kept must not have been drawn from an older answer.
 */
export async function listHidden(): Promise<Hidden> {
  const waiting = await db.execute<{ id: string; slug: string; registered: boolean }>(sql`
    select o.id, o.slug, exists (select from registrations r where r.provider_id = o.id and upper_inf(r.recorded) and r.status = 'registered' and r.valid @> ${today()}::date)
      and not exists (select from registrations r where r.provider_id = o.id and upper_inf(r.recorded) and r.status = 'suspended' and r.valid @> ${today()}::date) as registered
    from organisations o where o.id in (select organisation_id from events where indexed_at is null and type = 'organisation.decided')`);
  const providers = waiting.filter(({ registered }) => !registered).map(({ slug }) => slug);
  const partly = waiting.filter(({ registered }) => registered);
  if (partly.length === 0) return { providers, offerings: [] };

  const ids = JSON.stringify(partly.map(({ id }) => id));
  const offerings = await db.execute<{ id: string; slug: string }>(sql`
    select o.id, p.slug from offerings o join organisations p on p.id = o.provider_id
    where o.provider_id in (select (jsonb_array_elements_text(${ids}::jsonb))::uuid) and o.status = 'published'
      and not o.visible @> ${now().toISOString()}::timestamptz limit ${mostOfferings + 1}`);
  if (offerings.length <= mostOfferings) return { providers, offerings: offerings.map(({ id }) => id) };
  return { providers: [...providers, ...new Set(offerings.map(({ slug }) => slug))], offerings: [] };
}
