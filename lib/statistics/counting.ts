import { type SQL, sql } from "drizzle-orm";
import { addDays, type Day } from "@/lib/days/days";
import { shownWeeks } from "@/lib/insight/insight";
import { byWordsAlone, hardlyFound, toldWords } from "@/lib/insight/told";
import type { Counts } from "./figure";
import { openSessions, supply } from "./supply";

/** What is counted: whose offerings, as a condition on `organisations o`; at which moment; for which authority. */
export type Counted = { within: SQL; moment: Date; day: Day; authorityId: string | null };

/**
 * The offerings that the public could see at the moment, each once, with the version that held then. Read once for all figures: most of
 * the work is unpacking documents.
 */
function shown({ within, moment, day }: Counted): SQL {
  const at = sql`${moment.toISOString()}::timestamptz`;
  return sql`shown as materialized (
    select f.id, o.id as provider_id, left(o.nuts, 4) as region, o.nuts, coalesce(o.provider_type, '') as provider_type, v.eqf, v.ects, v.fields, v.modes, v.languages,
      v.quality, v.completeness, c."targetGroups" as target_groups, c.funding, c.validation, c.stacking
    from offerings f join organisations o on o.id = f.provider_id
    cross join lateral (select * from versions v where v.offering_id = f.id and v.published_at <= ${at} and v.effective_from <= ${day}::date
      order by v.number desc limit 1) v
    -- Unpacks a document once, where each arrow would unpack it again.
    cross join lateral jsonb_to_record(v.content) as c ("targetGroups" jsonb, funding jsonb, validation text, stacking text)
    where f.visible @> ${at} and ${within})`;
}

const each = (list: SQL) => sql`select ${list} as category, '' as part, count(*)::int as count from shown`;
/** Each value of a list, and how many state none. */
const values = (list: SQL) => sql`select coalesce(x, '') as category, '' as part, count(*)::int as count
  from shown left join lateral (select distinct x from ${list} x) l on true group by 1`;
const texts = (list: SQL) => sql`jsonb_array_elements_text(case jsonb_typeof(${list}) when 'array' then ${list} else '[]' end)`;
const broad = sql`unnest((select array_agg(distinct left(code, 2)) from unnest(fields) code))`;

const ectsBand = sql`case when ects is null then '' when ects < 1 then '0-1' when ects < 3 then '1-3' when ects < 6 then '3-6'
  when ects < 15 then '6-15' when ects < 30 then '15-30' else '30-' end`;
const ageBand = (at: SQL) => sql`case when ${at}::timestamptz - a.submitted_at < interval '14 days' then '0-14'
  when ${at}::timestamptz - a.submitted_at < interval '30 days' then '14-30'
  when ${at}::timestamptz - a.submitted_at < interval '90 days' then '30-90' else '90-' end`;

/** One selection of category, part and count for each figure. */
function selections(counted: Counted): Record<keyof Counts, SQL> {
  const { within, moment, day, authorityId } = counted;
  const at = sql`${moment.toISOString()}::timestamptz`;
  const holds = sql`exists (select from recognition_policies p where p.organisation_id = s.provider_id and p.valid @> ${day}::date)`;
  return {
    total: sql`select 'offerings' as category, '' as part, count(*)::int as count from shown
      union all select 'providers', '', count(distinct provider_id)::int from shown`,
    region: sql`${each(sql`coalesce(region, '')`)} group by 1`,
    "provider-type": sql`${each(sql`provider_type`)} group by 1`,
    "providers-by-type": sql`select provider_type as category, '' as part, count(distinct provider_id)::int as count from shown group by 1`,
    level: sql`${each(sql`eqf::text`)} group by 1`,
    field: values(broad),
    "level-in-field": sql`select x as category, eqf::text as part, count(*)::int as count from shown cross join lateral ${broad} x group by 1, 2`,
    ects: sql`${each(ectsBand)} group by 1`,
    mode: values(sql`unnest(modes)`),
    "target-group": values(texts(sql`target_groups`)),
    language: values(sql`unnest(languages)`),
    funding: values(texts(sql`funding`)),
    validation: sql`${each(sql`coalesce(validation, '')`)} group by 1`,
    stacking: sql`${each(sql`coalesce(stacking, '')`)} group by 1`,
    "recognition-policy": sql`select case when ${holds} then 'yes' else 'no' end as category, '' as part, count(*)::int as count
      from (select distinct provider_id from shown) s group by 1`,
    quality: values(sql`unnest(quality)`),
    supply: supply(day),
    "open-sessions": openSessions(day),
    "over-time": sql`select to_char(m, 'YYYY-MM') as category, '' as part, count(f.id)::int as count
      from generate_series(date_trunc('month', ${day}::timestamp) - interval '23 months', date_trunc('month', ${day}::timestamp), interval '1 month') m
      left join (offerings f join organisations o on o.id = f.provider_id and ${within})
        on f.visible @> least((m + interval '1 month')::timestamptz, ${at}) group by m`,
    completeness: sql`${each(sql`case when completeness = 100 then '100' when completeness >= 90 then '90-99' when completeness >= 75 then '75-89' else '0-74' end`)} group by 1`,
    "application-age": sql`select ${ageBand(at)} as category, '' as part, count(*)::int as count from applications a
      where a.authority_id = ${authorityId}::uuid and a.submitted_at <= ${at} and (a.decided_at is null or a.decided_at > ${at})
        and a.status <> 'withdrawn' group by 1`,
    lapses: sql`select to_char(m, 'YYYY-MM') as category, '' as part, count(x.key)::int as count
      from generate_series(date_trunc('month', ${day}::timestamp), date_trunc('month', ${day}::timestamp) + interval '11 months', interval '1 month') m
      left join (select a.key, upper(a.valid) as ends from accreditations a join organisations o on o.id = a.organisation_id and ${within}
          where upper_inf(a.recorded) and a.effect <> 'withdrawn' and not upper_inf(a.valid) and a.valid @> ${day}::date) x
        on x.ends > ${day}::date and x.ends > m::date and x.ends <= (m + interval '1 month')::date group by m`,
    searches: sql`select words as category, '' as part, sum(searches)::int as count from searched_words
      where ${byWordsAlone} and day > ${addDays(day, -7 * shownWeeks)}::date and day <= ${day}::date group by words
      having ${toldWords} and ${hardlyFound}`,
  };
}

/** All figures in one statement, whose rows say to which they belong. */
export function countingAll(counted: Counted): SQL {
  const all = Object.entries(selections(counted)).map(
    ([code, selection]) => sql`select ${code}::text as code, n.category, n.part, n.count from (${selection}) n`,
  );
  return sql`with ${shown(counted)} ${sql.join(all, sql` union all `)}`;
}
