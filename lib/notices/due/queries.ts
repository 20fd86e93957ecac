import { sql } from "drizzle-orm";
import { db } from "@/db";
import type { Texts } from "@/db/schema";
import { addDays, type Day } from "@/lib/days/days";
import { unconfirmedSince } from "@/lib/notices/notice";

export type Lapsing = { key: string; organisationId: string; title: Texts; lastDay: Day };

/** Accreditations in force whose last day is at most so many days away and that nothing follows under the same key. */
export async function listLapsing(day: Day, days: number): Promise<Lapsing[]> {
  return await db.execute<Lapsing>(sql`
    select a.key, a.organisation_id as "organisationId", a.title, (upper(a.valid) - 1)::text as "lastDay"
    from accreditations a
    where upper_inf(a.recorded) and a.effect <> 'withdrawn' and a.valid @> ${day}::date and upper(a.valid) - 1 <= ${addDays(day, days)}::date
      and not exists (select from accreditations later where later.key = a.key and later.organisation_id = a.organisation_id
        and upper_inf(later.recorded) and lower(later.valid) >= upper(a.valid))`);
}

/** How many sessions to come of published offerings each provider has not said to be true for long. */
export async function countUnconfirmed(day: Day, timeZone: string): Promise<{ organisationId: string; sessions: number }[]> {
  return await db.execute(sql`
    select o.provider_id as "organisationId", count(*)::int as sessions
    from sessions s join offerings o on o.id = s.offering_id
    where o.status = 'published' and s.cancelled_on is null and s.starts_on > ${day}::date
      and coalesce(s.confirmed_on, (s.updated_at at time zone ${timeZone})::date) < ${unconfirmedSince(day)}::date
    group by o.provider_id`);
}
