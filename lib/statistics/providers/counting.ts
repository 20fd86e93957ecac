import { type SQL, sql } from "drizzle-orm";
import type { Counted } from "@/lib/statistics/counting";

/**
 * Each provider that is overseen, by name. Parity is the share of the country's languages in which title and every outcome can be read,
 * over all of its visible offerings.
 */
export function countingProviders({ within, moment, day }: Counted, languages: string[]): SQL {
  const at = sql`${moment.toISOString()}::timestamptz`;
  const spoken = sql.join(
    languages.map(
      (language) =>
        sql`(case when coalesce(c.title->>${language}, '') <> '' and not exists (select from jsonb_array_elements(c.outcomes) t where coalesce(t->'text'->>${language}, '') = '') then 1 else 0 end)`,
    ),
    sql` + `,
  );
  return sql`
    with own as (
      select f.provider_id, count(*)::int as offerings, round(avg(v.completeness))::int as completeness,
        round(100 * avg((${spoken})::numeric / ${languages.length}::int))::int as parity
      from offerings f join organisations o on o.id = f.provider_id and ${within}
      cross join lateral (select * from versions v where v.offering_id = f.id and v.published_at <= ${at} and v.effective_from <= ${day}::date
        order by v.number desc limit 1) v
      cross join lateral jsonb_to_record(v.content) as c (title jsonb, outcomes jsonb)
      where f.visible @> ${at} group by f.provider_id
    )
    select o.slug, coalesce((select name from known_names n where n.organisation_id = o.id
        order by n.valid @> ${day}::date desc, lower(n.valid) desc nulls last limit 1), '{}') as name,
      coalesce(own.offerings, 0) as offerings, own.completeness, own.parity,
      exists (select from recognition_policies p where p.organisation_id = o.id and p.valid @> ${day}::date) as policy,
      (select (min(upper(a.valid)) - 1)::text from accreditations a where a.organisation_id = o.id and upper_inf(a.recorded)
        and a.effect <> 'withdrawn' and a.valid @> ${day}::date) as ends
    from organisations o left join own on own.provider_id = o.id
    where 'provider' = any (o.roles) and ${within}
    order by coalesce(own.offerings, 0) desc, o.slug`;
}
