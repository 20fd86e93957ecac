import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db";
import type { Texts } from "@/db/schema";
import { type Actor, may } from "@/lib/auth/permissions";
import { addDays, type Day } from "@/lib/days/days";
import { byWeek, lastWeeks, shownWeeks, type Week } from "./insight";
import { byWordsAlone, hardlyFound, knownSearches, toldWords } from "./told";

export type OfferingInsight = { slug: string; title: Texts; original: string; weeks: Week[] };

type Row = { slug: string; title: Texts; original: string; week: Day | null; shown: number; read: number };

/** How often one's own offerings were shown and read, by week; those that were never seen as well. `slug` asks for one of them. */
export async function listInsight(actor: Actor, day: Day, slug?: string): Promise<OfferingInsight[]> {
  const { organisationId } = actor;
  if (!organisationId || !may(actor, "insight.read", { organisationId })) return [];
  const weeks = lastWeeks(day);
  const rows = await db.execute<Row>(sql`
    with own as (
      select id, slug, current_version_id from offerings
      where provider_id = ${organisationId} and status in ('published', 'withdrawn') and (${slug ?? null}::text is null or slug = ${slug ?? null})
    ), counted as (
      -- By id alone, before the contents come along: to group by those took seconds with 3,000 offerings.
      select d.offering_id, date_trunc('week', d.day)::date as week, sum(d.shown)::int as shown, sum(d.read)::int as read
      from insight_days d join own on own.id = d.offering_id where d.day >= ${weeks[0] ?? day}::date group by 1, 2
    )
    select own.slug, v.content->'title' as title, v.content->>'originalLanguage' as original, c.week::text as week,
      coalesce(c.shown, 0) as shown, coalesce(c.read, 0) as read
    from own join versions v on v.id = own.current_version_id left join counted c on c.offering_id = own.id
    order by v.title`);
  return [...Map.groupBy(rows, (row) => row.slug).values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const counted = own.flatMap(({ week, shown, read }) => (week === null ? [] : [{ week, shown, read }]));
    return [{ slug: first.slug, title: first.title, original: first.original, weeks: byWeek(counted, weeks) }];
  });
}

export type WantedWords = { words: string; searches: number; found: number };

/** What people searched for and found little or nothing: only what several did, so that no single search is told. */
export async function listWanted(actor: Actor, day: Day): Promise<WantedWords[]> {
  if (!may(actor, "insight.read", { organisationId: actor.organisationId })) return [];
  return await db.execute<WantedWords>(sql`
    select words, sum(searches)::int as searches, (array_agg(found order by day desc))[1]::int as found
    from ${knownSearches} where ${byWordsAlone} and day > ${addDays(day, -7 * shownWeeks)}::date
    group by words having ${toldWords} and ${hardlyFound}
    order by searches desc, words limit 50`);
}
