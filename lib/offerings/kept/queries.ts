import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db";
import type { Texts } from "@/db/schema";
import { type Actor, may } from "@/lib/auth/permissions";
import { today } from "@/lib/clock";
import type { Day } from "@/lib/days/days";
import { type AttentionFacts, attentionOf, keptState } from "@/lib/offerings/attention";
import { type Element, mandatoryElements } from "@/lib/offerings/completeness";
import { factsOf } from "@/lib/visibility/queries";
import type { KeptOffering } from "./list";

type Row = Omit<AttentionFacts, "missing"> & {
  slug: string;
  externalId: string;
  title: Texts;
  original: string;
  pending: boolean;
  publishOn: Day | null;
  nextOn: Day | null;
  absent: Element[];
  changedAt: string;
  nuts: string | null;
};

const says = (path: string) => sql.raw(`jsonb_path_exists(c, '$.${path} ? (@ like_regex "\\\\S")')`);
const filled = (field: string) => sql.raw(`jsonb_array_length(coalesce(c->'${field}', '[]')) > 0`);
const stated = (field: string) => sql.raw(`c->>'${field}' is not null`);

/** completenessOf in SQL, since nobody reads five thousand documents to draw one page; a test compares the two. */
const present: [Element, SQL][] = [
  ["title", says("title.*")],
  ["awardingBodies", filled("awardingBodies")],
  ["outcomes", says("outcomes[*].text.*")],
  ["workload", sql`(${stated("ects")} or ${stated("hours")})`],
  ["eqf", stated("eqf")],
  ["assessment", filled("assessment")],
  ["modes", filled("modes")],
  ["quality", filled("quality")],
  ["languages", filled("languages")],
  ["fields", filled("fields")],
  ["prerequisites", says("prerequisites.*")],
  ["supervision", stated("supervision")],
  ["grading", says("grading.*")],
  ["stacking", stated("stacking")],
  ["furtherInformation", sql`(${says("furtherInformation.*")} or ${stated("url")})`],
];

const absent = sql`array_remove(array[${sql.join(
  present.map(([element, is]) => sql`case when ${is} then null else ${sql.raw(`'${element}'`)} end`),
  sql`, `,
)}], null)`;

/** staleTranslations in SQL: the fingerprint of the original as it is now, against the one that a translation was made from. */
const stale = sql`exists (
  select from jsonb_each(coalesce(c->'translatedFrom', '{}')) as l(language, prints), jsonb_each_text(l.prints) as k(key, print),
    lateral (select case when k.key like 'outcomes.%' then string_to_array(k.key, '.') || 'text'::text else array[k.key] end as path) at
  where c #>> (at.path || l.language) <> ''
    and k.print <> left(encode(sha256(convert_to(c #>> (at.path || (c->>'originalLanguage')), 'UTF8')), 'hex'), 16))`;

/** Every offering of one's own organisation with what the list says of it: two queries, however many there are. */
export async function listKept(actor: Actor): Promise<KeptOffering[]> {
  const providerId = actor.organisationId;
  if (!providerId || !may(actor, "offering.read", { providerId })) return [];
  const day = today();
  const [rows, facts] = await Promise.all([readRows(providerId, day), factsOf(db, [providerId])]);
  const accreditations = facts.get(providerId)?.accreditations ?? [];
  return rows.map(({ nuts, absent: lacking, changedAt, ...row }) => {
    const missing = lacking.filter((element) => mandatoryElements.has(element));
    return {
      ...row,
      state: keptState(row),
      stated: present.length + 1 - lacking.length,
      elements: present.length + 1,
      missing,
      changedAt: new Date(changedAt),
      attention: attentionOf({ ...row, missing }, accreditations, nuts, day),
    };
  });
}

async function readRows(providerId: string, day: Day): Promise<Row[]> {
  const rows = await db.execute<Row>(sql`
    with runs as (
      select s.offering_id, count(*)::int as sessions,
        count(*) filter (where ${current(day)})::int as current_sessions,
        min(s.starts_on) filter (where s.starts_on >= ${day}::date) as next_on,
        min(coalesce(s.confirmed_on, s.updated_at::date)) filter (where ${current(day)}) as confirmed_on
      from sessions s join offerings o on o.id = s.offering_id
      where o.provider_id = ${providerId}::uuid and s.cancelled_on is null group by s.offering_id
    ), own as materialized ( -- with || '{}' a document is unpacked once, and not for each thing that is asked of it
      select o.id, o.slug, o.external_id, o.status, g.nuts, p.publish_on, coalesce(p.content, v.content) || '{}' as c,
        greatest(o.updated_at, p.updated_at) as changed_at,
        p.offering_id is not null and (v.id is null or p.content - 'translatedFrom' <> v.content - 'translatedFrom') as pending
      from offerings o join organisations g on g.id = o.provider_id
      left join versions v on v.id = o.current_version_id left join pending_versions p on p.offering_id = o.id
      where o.provider_id = ${providerId}::uuid
    )
    select own.id, slug, external_id as "externalId", status, nuts, publish_on::text as "publishOn", pending, changed_at as "changedAt",
      c->'title' as title, c->>'originalLanguage' as original, (c->>'eqf')::int as eqf, coalesce(c->'fields', '[]') as fields,
      c->>'setting' as setting, ${absent} as absent, ${stale} as stale, coalesce(r.sessions, 0) as sessions,
      coalesce(r.current_sessions, 0) as "currentSessions", r.next_on::text as "nextOn", r.confirmed_on::text as "confirmedOn"
    from own left join runs r on r.offering_id = own.id where c is not null`);
  return [...rows];
}

function current(day: Day): SQL {
  return sql`coalesce(s.ends_on, s.starts_on, 'infinity'::date) >= ${day}::date`;
}

export type LastChange = { actor: string; name: string | null };

/** Who changed these offerings last. */
export async function listLastChanges(ids: string[]): Promise<Map<string, LastChange>> {
  if (ids.length === 0) return new Map();
  const rows = await db.execute<{ id: string } & LastChange>(sql`
    select distinct on (e.subject_id) e.subject_id as id, e.actor, coalesce(nullif(p.name, ''), p.email) as name
    from events e left join people p on 'person:' || p.id = e.actor
    where e.subject_id in (select (jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))::uuid) order by e.subject_id, e.id desc`);
  return new Map(rows.map(({ id, ...change }) => [id, change]));
}
