import { type SQL, sql } from "drizzle-orm";
import { country } from "@/lib/country/country";
import type { Day } from "@/lib/days/days";
import type { Moment } from "@/lib/register/moment";
import type { FacetName, RegisterQuery } from "./query";

/** The moment that counts for all organisations alike; null is what is known now. */
export type At = { day: Day; moment: Moment | null };

const broad = sql`array['00','01','02','03','04','05','06','07','08','09','10']`;
const known = (table: string, { moment }: At) =>
  moment === null ? sql`upper_inf(${sql.raw(table)}.recorded)` : sql`${sql.raw(table)}.recorded @> ${moment}::timestamptz`;
const list = (values: string[]) =>
  sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  );

/**
 * Everybody whom the register knows, with what they are on the day; and the accreditations in force then. What each filter says of them stands
 * beside it as a truth value, so that a facet can leave its own out. `providerStanding` says the same of one; a test compares the two.
 */
export function withRegister(query: RegisterQuery, at: At): SQL {
  const { day } = at;
  return sql`with registered as materialized (
    select r.provider_id as id,
      bool_or(r.status = 'suspended' and r.valid @> ${day}::date) as suspended,
      bool_or(r.status = 'registered' and r.valid @> ${day}::date) as registered,
      min(lower(r.valid)) filter (where r.status = 'registered') as since,
      max(lower(r.recorded)) as told
    from registrations r where ${known("r", at)} and r.status in ('registered', 'suspended', 'withdrawn') group by r.provider_id
  ), accredited as materialized (
    select a.organisation_id as id, a.standard, a.effect = 'full' as is_full, lower(a.recorded) as told,
      coalesce(a.eqf_levels, array[1,2,3,4,5,6,7,8]) as levels,
      case when a.fields is null then ${broad} else array(select distinct left(f, 2) from unnest(a.fields) f) end as broad,
      ${ofScope(query.standard.length === 0, sql`a.standard in (${list(query.standard)})`)} as standard_fits,
      ${ofScope(query.eqf.length === 0, sql`a.eqf_levels is null or a.eqf_levels && array[${list(query.eqf)}]::int[]`)} as eqf_fits,
      ${ofScope(
        query.field.length === 0,
        sql`a.fields is null or exists (select from unnest(a.fields) f, unnest(array[${list(query.field)}]::text[]) w
        where starts_with(f, w) or starts_with(w, f))`,
      )} as field_fits
    from accreditations a where ${known("a", at)} and a.valid @> ${day}::date and a.effect <> 'withdrawn'
      and (a.effect <> 'teach-out' or a.effect_on >= ${day}::date)
  ), held as materialized (
    select id, bool_or(is_full) as is_full, max(told) as told, bool_or(standard_fits and eqf_fits and field_fits) as fits from accredited group by id
  ), listed as materialized (
    select o.id, o.slug, o.provider_type as type, o.nuts, o.town, r.since, greatest(r.told, h.told) as told,
      s.status, ${any(query.status, sql`s.status`)} as status_fits, ${any(query.type, sql`o.provider_type`)} as type_fits,
      ${query.region.length === 0 ? sql`true` : sql`coalesce(exists (select from unnest(array[${list(query.region)}]::text[]) n where starts_with(o.nuts, n)), false)`} as region_fits,
      ${query.standard.length + query.eqf.length + query.field.length === 0 ? sql`true` : sql`coalesce(h.fits, false)`} as scope_fits
    from registered r join organisations o on o.id = r.id left join held h on h.id = r.id
    cross join lateral (select case when r.suspended then 'suspended' when not r.registered then 'not-registered'
      when h.id is null then 'not-accredited' when h.is_full then 'accredited' else 'limited' end as status) s
    where ${found(query.q, at)}
  )`;
}

const ofScope = (isAny: boolean, fits: SQL) => (isAny ? sql`true` : sql`(${fits})`);
const any = (chosen: string[], value: SQL) => (chosen.length === 0 ? sql`true` : sql`coalesce(${value} in (${list(chosen)}), false)`);

/** Every word in a name, an earlier one too, or in the town; or all of it as an identifier, with or without its scheme. */
function found(q: string, at: At): SQL {
  const words = q.match(/[\p{L}\p{N}]+/gu)?.slice(0, 8) ?? [];
  if (words.length === 0) return q.trim() === "" ? sql`true` : sql`false`;
  const named = words.map((word) => {
    const part = `%${word}%`;
    return sql`(o.id in (select n.organisation_id from organisation_names n where cairn_fold_names(n.name) like cairn_fold(${part}) and ${known("n", at)})
      or cairn_fold(o.town) like cairn_fold(${part}))`;
  });
  const value = q.replace(/^[a-z]+:/, "");
  const identified = sql`o.id in (select i.organisation_id from organisation_identifiers i
    where cairn_bare(i.value) like '%' || cairn_bare(${value}) || '%' and length(cairn_bare(${value})) >= 4 and ${known("i", at)})`;
  return sql`(${sql.join(named, sql` and `)} or ${identified})`;
}

const own: Record<FacetName, SQL> = {
  status: sql`l.type_fits and l.region_fits and l.scope_fits`,
  type: sql`l.status_fits and l.region_fits and l.scope_fits`,
  region: sql`l.status_fits and l.type_fits and l.scope_fits`,
  standard: sql`l.status_fits and l.type_fits and l.region_fits and a.eqf_fits and a.field_fits`,
  eqf: sql`l.status_fits and l.type_fits and l.region_fits and a.standard_fits and a.field_fits`,
  field: sql`l.status_fits and l.type_fits and l.region_fits and a.standard_fits and a.eqf_fits`,
};

/** Each organisation once for each value of its accreditations: made distinct before it is counted, which takes no sorting. */
function perScope(facet: SQL, values: SQL, where: SQL): SQL {
  return sql`select name, value, count(*)::int from (select distinct l.id, ${facet} from listed l join accredited a on a.id = l.id ${values}
    where ${where}) one (id, name, value) group by name, value`;
}

/** How many organisations each value would find, of every facet but for its own choice. */
export function countsOf(): SQL {
  const regions = sql`array[${list(Object.keys(country.regions))}]::text[]`;
  const parts = [
    sql`select 'status' as name, l.status as value, count(*)::int as total from listed l where ${own.status} group by 2`,
    sql`select 'type', l.type, count(*)::int from listed l where ${own.type} and l.type is not null group by 2`,
    sql`select 'region', n, count(*)::int from listed l join unnest(${regions}) n on starts_with(l.nuts, n) where ${own.region} group by 2`,
    perScope(sql`'standard', a.standard`, sql``, own.standard),
    perScope(sql`'eqf', n::text`, sql`cross join unnest(a.levels) n`, sql`n between 1 and 8 and ${own.eqf}`),
    perScope(sql`'field', n`, sql`cross join unnest(a.broad) n`, sql`n = any (${broad}) and ${own.field}`),
  ];
  return sql.join(parts, sql` union all `);
}

export const everyFilter = sql`l.status_fits and l.type_fits and l.region_fits and l.scope_fits`;
