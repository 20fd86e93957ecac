import { type SQL, sql } from "drizzle-orm";
import { narrowRegions } from "@/lib/country/regions";
import type { Day } from "@/lib/days/days";

/** `regionOfNuts` (lib/country/regions.ts) for the database. */
export function regionOf(nuts: SQL): SQL {
  const parts = narrowRegions.map((code) => sql`when ${nuts} like ${`${code}%`} then ${code}::text`);
  return parts.length === 0 ? sql`left(${nuts}, 4)` : sql`case ${sql.join(parts, sql` `)} else left(${nuts}, 4) end`;
}

/** Neither cancelled nor over (`isCurrent`, lib/sessions/session.ts). */
const current = (day: Day) => sql`x.cancelled_on is null and coalesce(x.ends_on, x.starts_on, 'infinity') >= ${day}::date`;

/** One can enrol (`openWindow`, lib/sessions/session.ts), and there is a seat. */
const open = (day: Day) => sql`${current(day)} and x.seats_left is distinct from 0 and exists (select from enrolment_windows w
  where w.session_id = x.id and coalesce(w.opens_on, '-infinity') <= ${day}::date and coalesce(w.closes_on, x.starts_on, 'infinity') >= ${day}::date)`;

const places = sql`jsonb_array_elements(x.places) p where p->>'nuts' is not null`;

/** Offerings by region and field: where the provider has its seat or a session takes place that is not over. Without a region: all. */
export function supply(day: Day): SQL {
  return sql`select coalesce(r.region, '') as category, field as part, count(distinct r.id)::int as count from (
      select id, fields, ${regionOf(sql`nuts`)} as region from shown where nuts is not null
      union select f.id, f.fields, ${regionOf(sql`(p->>'nuts')`)} from shown f join sessions x on x.offering_id = f.id and ${current(day)} cross join lateral ${places}
      union all select id, fields, null from shown) r
    cross join lateral (select distinct left(code, 2) as field from unnest(r.fields) code) b group by 1, 2`;
}

/** Sessions in which one can enrol, by region and field: where they take place, else where the provider has its seat. Without a region: all. */
export function openSessions(day: Day): SQL {
  return sql`with open as materialized (
      select x.id, s.fields, s.nuts, x.places from shown s join sessions x on x.offering_id = s.id and ${open(day)}), placed as (
      select x.id, x.fields, ${regionOf(sql`coalesce(p->>'nuts', x.nuts)`)} as region from open x left join lateral (select p from ${places}) p on true
      union select id, fields, '' from open)
    select coalesce(region, '') as category, field as part, count(distinct id)::int as count
    from placed cross join lateral (select distinct left(code, 2) as field from unnest(fields) code) b group by 1, 2`;
}
