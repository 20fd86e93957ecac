import { type SQL, sql } from "drizzle-orm";

const ectsBand = sql`case when s.ects is null then '' when s.ects < 1 then '0-1' when s.ects < 3 then '1-3' when s.ects < 6 then '3-6'
  when s.ects < 15 then '6-15' when s.ects < 30 then '15-30' else '30-' end`;
const completenessBand = sql`case when s.completeness = 100 then '100' when s.completeness >= 90 then '90-99'
  when s.completeness >= 75 then '75-89' else '0-74' end`;

const one = (code: string, category: SQL) => sql`select ${code}::text as code, ${category} as category, ''::text as part`;
/** Each value of a list once, and `""` where there is none. */
const each = (code: string, list: SQL) =>
  sql`select ${code}::text, coalesce(x, ''), '' from (select) nothing left join (select distinct x from unnest(${list}) x) l on true`;
const broad = sql`array(select distinct left(f, 2) from unnest(s.fields) f)`;

/** All categories in which a version `s` of an offering counts, by figure. */
export const keys: SQL = sql.join(
  [
    one("total", sql`'offerings'`),
    one("region", sql`coalesce(s.region, '')`),
    one("provider-type", sql`s.provider_type`),
    one("level", sql`s.eqf::text`),
    one("ects", ectsBand),
    one("validation", sql`coalesce(s.validation, '')`),
    one("stacking", sql`coalesce(s.stacking, '')`),
    one("completeness", completenessBand),
    each("field", broad),
    each("mode", sql`s.modes`),
    each("language", sql`s.languages`),
    each("quality", sql`s.quality`),
    each("target-group", sql`s.target_groups`),
    each("funding", sql`s.funding`),
    sql`select 'level-in-field', x, s.eqf::text from unnest(${broad}) x`,
  ],
  sql` union all `,
);

/** What keys are made of: a version's own columns, and what its document states (`versions.stated`). */
export const facts: SQL = sql`v.eqf, v.ects, v.fields, v.modes, v.languages, v.quality, v.completeness,
  c.target_groups, c.funding, c.validation, c.stacking, c.read`;
export const stated: SQL = sql`jsonb_to_record(v.stated) as c (target_groups text[], funding text[], validation text, stacking text, read text[])`;
