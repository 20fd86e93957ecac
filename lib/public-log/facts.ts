import { type SQL, sql } from "drizzle-orm";

/** What entries are made of, as the database holds it: the same statements write the log and are compared with it later. */

/** To the microsecond, as Postgres keeps moments. */
export const momentText = (column: SQL) => sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

const named = (table: string) => sql.raw(`jsonb_build_object('id', ${table}.id, 'slug', ${table}.slug)`);

/** Decisions `d` as entries tell them, with who signed. */
export function decisionFacts(which: SQL): SQL {
  return sql`
    select d.id, d.number::int, d.kind::text, ${named("a")} as authority, ${named("o")} as organisation, d.decided_on::text as "decidedOn",
      d.effective_from::text as "effectiveFrom", d.review_on::text as "reviewOn", d.statement, d.reasons, d.document_url as "documentUrl",
      d.supersedes_id as supersedes, d.changes, ${momentText(sql`d.recorded_at`)} as "recordedAt", d.signed_by_id as "signedById"
    from decisions d join organisations a on a.id = d.authority_id join organisations o on o.id = d.organisation_id
    where ${which} order by d.recorded_at, d.number`;
}

/** Versions `v` as entries tell them; their content, which is long, is left to the caller. */
export function versionFacts({ from = sql`versions`, which = sql`true`, more = sql`` }: { from?: SQL; which?: SQL; more?: SQL }): SQL {
  return sql`
    select ${named("o")} as offering, ${named("p")} as provider, jsonb_build_object('id', v.id, 'number', v.number) as version,
      v.effective_from::text as "effectiveFrom", ${momentText(sql`v.published_at`)} as "publishedAt",
      jsonb_build_object('title', v.title, 'eqf', v.eqf, 'ects', v.ects, 'hours', v.hours, 'fields', v.fields, 'modes', v.modes,
        'languages', v.languages, 'quality', v.quality, 'setting', v.setting, 'completeness', v.completeness) as facts ${more}
    from ${from} v join offerings o on o.id = v.offering_id join organisations p on p.id = o.provider_id
    where ${which} order by v.published_at, v.number`;
}

/** Offerings of a list of ids as the entry about an act tells them. */
export function offeringFacts(ids: string): SQL {
  return sql`
    select ${named("o")} as offering, ${named("p")} as provider, ${momentText(sql`now()`)} as at, o.status::text,
      o.current_version_id as version, o.superseded_by_id as "supersededBy", ${momentText(sql`o.withdrawn_at`)} as "withdrawnAt",
      o.withdrawn_reason as reason
    from offerings o join organisations p on p.id = o.provider_id
    where o.id in (select (jsonb_array_elements_text(${ids}::jsonb))::uuid) and o.current_version_id is not null`;
}
