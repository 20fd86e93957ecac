import "server-only";
import { sql } from "drizzle-orm";
import { type Database, db } from "@/db";
import { today } from "@/lib/clock";
import { country } from "@/lib/country/country";
import { answeringFor } from "@/lib/jurisdictions/queries";
import type { About } from "@/lib/reports/report";
import type { Texts } from "@/lib/texts/texts";

/** What a public page is about: its organisation, and the offering with the version that is on it. Of the site itself, the authority that keeps it. */
export type Reported = {
  organisationId: string;
  offeringId: string | null;
  versionNumber: number | null;
  page: string;
  title: Texts;
  original: string | null;
  provider: Texts;
};

const name = (id: string, day: string) => sql`(select n.name from known_names n where n.organisation_id = ${sql.raw(id)}
  order by n.valid @> ${day}::date desc, lower(n.valid) desc nulls last limit 1)`;

/** The record behind a page, as far as the public knows it. */
export async function findReported(about: About, database: Database = db): Promise<Reported | undefined> {
  const { of, page } = about;
  const organisation = (row: { organisationId: string; title: Texts } | undefined): Reported | undefined =>
    row && { ...row, offeringId: null, versionNumber: null, original: null, provider: row.title, page };
  if (of === "site") return organisation(await findKeeper(database));
  const { slug } = about;
  if (of === "audits/summaries") return organisation(await findAudited(slug, database));
  if (of === "offerings") {
    const [row] = await database.execute<Omit<Reported, "page">>(sql`
      select o.provider_id as "organisationId", o.id as "offeringId", v.number as "versionNumber", v.content->'title' as title,
        v.content->>'originalLanguage' as original, ${name("o.provider_id", today())} as provider
      from offerings o join versions v on v.id = o.current_version_id where o.slug = ${slug} and o.status <> 'draft'`);
    return row && { ...row, page };
  }
  const [row] = await database.execute<{ organisationId: string; title: Texts }>(sql`
    select o.id as "organisationId", ${name("o.id", today())} as title from organisations o
    where o.slug = ${slug} and 'provider' = any (o.roles) and exists (select from registrations r where r.provider_id = o.id)`);
  return organisation(row);
}

type Named = { organisationId: string; title: Texts };

async function findKeeper(database: Database): Promise<Named | undefined> {
  const [row] = await database.execute<Named>(sql`
    select o.id as "organisationId", ${name("o.id", today())} as title from organisations o where o.slug = ${country.keeper}`);
  return row;
}

/** Of an audit whose summary is published. */
async function findAudited(number: string, database: Database): Promise<Named | undefined> {
  if (!/^[1-9]\d{0,8}$/.test(number)) return undefined;
  const [row] = await database.execute<Named>(sql`
    select c.organisation_id as "organisationId", ${name("c.organisation_id", today())} as title from audit_cases c
    where c.number = ${Number(number)} and exists (select from audit_summaries s where s.case_id = c.id)`);
  return row;
}

/** The authorities that answer for a provider: by its seat, or because they registered it. For the site that is the authority that keeps it. */
export async function competentFor(organisationId: string, database: Database = db): Promise<string[]> {
  const rows = await database.execute<{ id: string }>(sql`
    select a.id from organisations a join organisations o on o.id = ${organisationId}::uuid where 'competent-authority' = any (a.roles)
      and case when not 'provider' = any (o.roles) then a.id = o.id else a.slug = any (${answeringFor(sql`o.nuts`, today())})
      or exists (select from registrations r where r.provider_id = o.id and r.authority_id = a.id and upper_inf(r.recorded)) end`);
  return rows.map(({ id }) => id);
}
