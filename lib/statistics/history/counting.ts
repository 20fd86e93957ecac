import { type SQL, sql } from "drizzle-orm";
import { facts, keys, stated } from "@/lib/statistics/keys";
import { owners, type Scope } from "@/lib/statistics/scope";

/**
 * How every figure changed from month to month, for all scopes: each version of an offering counts from the first mark after it began to be
 * seen until the first after it ceased. Nothing is a snapshot: all of it follows from versions and from when what was visible.
 */
export function countingHistory(scopes: Scope[], marks: Date[], timeZone: string): SQL {
  const at = sql`${`{${marks.map((mark) => mark.toISOString()).join(",")}}`}::timestamptz[]`;
  const local = (day: SQL) => sql`(${day}::timestamp at time zone ${timeZone}::text)`;
  const places = (range: SQL) =>
    sql`width_bucket(coalesce(lower(${range}), '-infinity'), ${at}) as first, width_bucket(coalesce(upper(${range}), 'infinity'), ${at}) as last`;
  const changes = sql`cross join lateral (values (s.first, 1), (s.last, -1)) e(place, change) where s.first < s.last and e.place < ${marks.length}::int`;
  const ofProviders = (rows: SQL) =>
    sql`select scope, s.code, s.category, '' as part, e.place, sum(e.change)::int as change from (${rows}) s join owners o on o.id = s.provider_id
      cross join unnest(o.scopes) scope ${changes} group by 1, 2, 3, 4, 5`;
  return sql`with ${owners(scopes)}, numbered as (
      select v.id, v.offering_id, greatest(v.published_at, ${local(sql`v.effective_from`)}) as starts,
        min(greatest(v.published_at, ${local(sql`v.effective_from`)})) over (partition by v.offering_id order by v.number rows between 1 following and unbounded following) as ends
      from versions v
    ), seen as materialized (
      select o.id as provider_id, o.region, o.provider_type, ${facts}, ${places(sql`r`)}
      from offerings f join owners o on o.id = f.provider_id join numbered n on n.offering_id = f.id and (n.ends is null or n.starts < n.ends)
      join versions v on v.id = n.id cross join lateral ${stated} cross join lateral unnest(f.visible * tstzmultirange(tstzrange(n.starts, n.ends))) r
    ), tallies as materialized (
      select s.provider_id, k.code, k.category, k.part, e.place, sum(e.change) as change from seen s cross join lateral (${keys}) k ${changes} group by 1, 2, 3, 4, 5
    ), present as materialized (
      select f.provider_id, range_agg(f.visible) as seen from offerings f where f.visible <> '{}' group by 1
    ), held as (
      select p.organisation_id, range_agg(tstzrange(${local(sql`lower(p.valid)`)}, ${local(sql`upper(p.valid)`)})) as held from recognition_policies p group by 1
    )
    select scope, t.code, t.category, t.part, t.place, sum(t.change)::int as change from tallies t join owners o on o.id = t.provider_id
      cross join unnest(o.scopes) scope group by 1, 2, 3, 4, 5
    union all ${ofProviders(sql`select p.provider_id, c.code, c.category, ${places(sql`r`)} from present p join owners w on w.id = p.provider_id cross join unnest(p.seen) r
      cross join lateral (values ('total', 'providers'), ('providers-by-type', w.provider_type)) c(code, category)`)}
    union all ${ofProviders(sql`select p.provider_id, 'recognition-policy' as code, c.category, ${places(sql`r`)} from present p
      left join held h on h.organisation_id = p.provider_id
      cross join lateral (values ('yes', p.seen * coalesce(h.held, '{}')), ('no', p.seen - coalesce(h.held, '{}'))) c(category, at) cross join unnest(c.at) r`)}`;
}
