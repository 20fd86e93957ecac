import { type SQL, sql } from "drizzle-orm";
import { type Counted, shown } from "@/lib/statistics/counting";
import { owners } from "@/lib/statistics/scope";

/**
 * Each provider, by how much it offers, with the scopes that it lies in. Parity is the share of the country's languages in which title and
 * every outcome can be read, over all of its visible offerings.
 */
export function countingProviders(counted: Counted, languages: string[]): SQL {
  const spoken = sql`(select count(*) from unnest(s.read) l where l in (select jsonb_array_elements_text(${JSON.stringify(languages)}::jsonb)))`;
  const day = sql`${counted.day}::date`;
  return sql`
    with ${owners(counted.scopes)}, ${shown(counted)}, own as (
      select s.provider_id, count(*)::int as offerings, round(avg(s.completeness))::int as completeness,
        round(100 * avg(${spoken}::numeric / ${languages.length}::int))::int as parity
      from shown s group by s.provider_id
    )
    select w.scopes, o.slug, coalesce((select name from known_names n where n.organisation_id = o.id
        order by n.valid @> ${day} desc, lower(n.valid) desc nulls last limit 1), '{}') as name,
      coalesce(own.offerings, 0) as offerings, own.completeness, own.parity,
      exists (select from recognition_policies p where p.organisation_id = o.id and p.valid @> ${day}) as policy,
      (select (min(upper(a.valid)) - 1)::text from accreditations a where a.organisation_id = o.id and upper_inf(a.recorded)
        and a.effect <> 'withdrawn' and a.valid @> ${day}) as ends
    from organisations o join owners w on w.id = o.id left join own on own.provider_id = o.id
    where 'provider' = any (o.roles)
    order by coalesce(own.offerings, 0) desc, o.slug`;
}
