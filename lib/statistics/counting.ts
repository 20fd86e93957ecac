import { type SQL, sql } from "drizzle-orm";
import { addDays, type Day } from "@/lib/days/days";
import { shownWeeks } from "@/lib/insight/insight";
import { byWordsAlone, hardlyFound, knownSearches, toldWords } from "@/lib/insight/told";
import type { Counts } from "./figure";
import { facts, keys, stated } from "./keys";
import { owners, type Scope, scopeKey } from "./scope";
import { openSessions, supply } from "./supply";

/** What is counted: for whom, and at which moment. */
export type Counted = { scopes: Scope[]; moment: Date; day: Day };

/** The offerings that the public could see at the moment, each once, with the version that held then. */
export function shown({ moment, day }: Counted): SQL {
  const at = sql`${moment.toISOString()}::timestamptz`;
  return sql`shown as materialized (
    select f.id, o.id as provider_id, o.region, o.nuts, o.provider_type, ${facts}
    from offerings f join owners o on o.id = f.provider_id
    cross join lateral (select * from versions v where v.offering_id = f.id and v.published_at <= ${at} and v.effective_from <= ${day}::date
      order by v.number desc limit 1) v
    cross join lateral ${stated}
    where f.visible @> ${at})`;
}

const ageBand = (at: SQL) => sql`case when ${at}::timestamptz - a.submitted_at < interval '14 days' then '0-14'
  when ${at}::timestamptz - a.submitted_at < interval '30 days' then '14-30'
  when ${at}::timestamptz - a.submitted_at < interval '90 days' then '30-90' else '90-' end`;

/** Counts by provider are added up to each scope that the provider lies in. */
const ofProviders = (code: SQL, category: SQL, rows: SQL) =>
  sql`select scope, ${code} as code, ${category} as category, '' as part, count(distinct o.id)::int as count
    from ${rows} join owners o on o.id = s.provider_id cross join unnest(o.scopes) scope group by scope, 3`;

function lapses({ scopes, day }: Counted): SQL {
  return sql`select z.scope, 'lapses', to_char(m, 'YYYY-MM'), '', count(x.key)::int
    from (values ${sql.join(
      scopes.map((scope) => sql`(${scopeKey(scope)}::text)`),
      sql`, `,
    )}) z(scope)
    cross join generate_series(date_trunc('month', ${day}::timestamp), date_trunc('month', ${day}::timestamp) + interval '11 months', interval '1 month') m
    left join (select a.key, scope, upper(a.valid) as ends from accreditations a join owners o on o.id = a.organisation_id cross join unnest(o.scopes) scope
        where upper_inf(a.recorded) and a.effect <> 'withdrawn' and not upper_inf(a.valid) and a.valid @> ${day}::date) x
      on x.scope = z.scope and x.ends > ${day}::date and x.ends > m::date and x.ends <= (m + interval '1 month')::date group by 1, 3`;
}

function overTime({ moment, day }: Counted): SQL {
  const at = sql`${moment.toISOString()}::timestamptz`;
  return sql`select scope, 'over-time', to_char(m, 'YYYY-MM'), '', sum(n)::int from (
      select f.provider_id, m, count(*) as n
      from generate_series(date_trunc('month', ${day}::timestamp) - interval '23 months', date_trunc('month', ${day}::timestamp), interval '1 month') m
      join offerings f on f.visible @> least((m + interval '1 month')::timestamptz - interval '1 microsecond', ${at}) group by 1, 2) t
    join owners o on o.id = t.provider_id cross join unnest(o.scopes) scope group by 1, 3`;
}

function ofAuthorities({ scopes, moment }: Counted): SQL {
  const at = sql`${moment.toISOString()}::timestamptz`;
  const ids = JSON.stringify(scopes.map(scopeKey));
  return sql`select a.authority_id::text, 'application-age', ${ageBand(at)}, '', count(*)::int from applications a
    where a.authority_id::text in (select jsonb_array_elements_text(${ids}::jsonb)) and a.submitted_at <= ${at}
      and (a.decided_at is null or a.decided_at > ${at}) and a.status <> 'withdrawn' group by 1, 3`;
}

/** The whole country's, told to each: a search belongs to nobody. */
function searches({ scopes, day }: Counted): SQL {
  const to = scopes.filter((scope) => scope === "country" || "authority" in scope).map((scope) => sql`(${scopeKey(scope)}::text)`);
  if (to.length === 0) return sql`select ''::text, 'searches', '', '', 0 where false`;
  return sql`select z.scope, 'searches', w.words, '', w.count from (values ${sql.join(to, sql`, `)}) z(scope) cross join (
      select words, sum(searches)::int as count from ${knownSearches}
      where ${byWordsAlone} and day > ${addDays(day, -7 * shownWeeks)}::date and day <= ${day}::date group by words
      having ${toldWords} and ${hardlyFound}) w`;
}

/**
 * All figures of all scopes in one statement, whose rows say to which they belong. Each offering is read once; its categories are counted by
 * provider, and only those counts are added up to scopes.
 */
export function countingAll(counted: Counted): SQL {
  const holds = sql`exists (select from recognition_policies p where p.organisation_id = s.provider_id and p.valid @> ${counted.day}::date)`;
  const providers = sql`(select distinct provider_id, provider_type from shown) s`;
  const ofCountry = (code: keyof Counts, rows: SQL) =>
    sql`select 'country'::text, ${code}::text, n.category, n.part, n.count from (${rows}) n`;
  const hasCountry = counted.scopes.includes("country");
  const parts = [
    sql`select scope, t.code, t.category, t.part, sum(t.n)::int as count from tallies t join owners o on o.id = t.provider_id
      cross join unnest(o.scopes) scope group by 1, 2, 3, 4`,
    ofProviders(sql`'total'::text`, sql`'providers'::text`, providers),
    ofProviders(sql`'providers-by-type'::text`, sql`s.provider_type`, providers),
    ofProviders(sql`'recognition-policy'::text`, sql`case when ${holds} then 'yes' else 'no' end`, providers),
    overTime(counted),
    lapses(counted),
    ofAuthorities(counted),
    searches(counted),
    ...(hasCountry ? [ofCountry("supply", supply(counted.day)), ofCountry("open-sessions", openSessions(counted.day))] : []),
  ];
  return sql`with ${owners(counted.scopes)}, ${shown(counted)}, tallies as materialized (
      select s.provider_id, k.code, k.category, k.part, count(*) as n from shown s cross join lateral (${keys}) k group by 1, 2, 3, 4)
    ${sql.join(parts, sql` union all `)}`;
}
