import "server-only";
import { sql } from "drizzle-orm";
import { type Database, db } from "@/db";
import { today } from "@/lib/clock";
import { answeringFor } from "@/lib/jurisdictions/queries";
import type { About } from "@/lib/reports/report";
import type { Texts } from "@/lib/texts/texts";

/** What a public page is about: its organisation, and the offering with the version that is on it. */
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
export async function findReported({ folder, slug }: About, database: Database = db): Promise<Reported | undefined> {
  const page = `${folder}/${slug}`;
  if (folder === "offerings") {
    const [row] = await database.execute<Omit<Reported, "page">>(sql`
      select o.provider_id as "organisationId", o.id as "offeringId", v.number as "versionNumber", v.content->'title' as title,
        v.content->>'originalLanguage' as original, ${name("o.provider_id", today())} as provider
      from offerings o join versions v on v.id = o.current_version_id where o.slug = ${slug} and o.status <> 'draft'`);
    return row && { ...row, page };
  }
  const [row] = await database.execute<{ organisationId: string; title: Texts }>(sql`
    select o.id as "organisationId", ${name("o.id", today())} as title from organisations o
    where o.slug = ${slug} and 'provider' = any (o.roles) and exists (select from registrations r where r.provider_id = o.id)`);
  return row && { ...row, offeringId: null, versionNumber: null, original: null, provider: row.title, page };
}

/** The authorities that answer for an organisation: by its seat, or because they registered it. */
export async function competentFor(organisationId: string, database: Database = db): Promise<string[]> {
  const rows = await database.execute<{ id: string }>(sql`
    select a.id from organisations a where 'competent-authority' = any (a.roles)
      and (a.slug = any (array(select unnest(${answeringFor(sql`o.nuts`, today())}) from organisations o where o.id = ${organisationId}::uuid))
      or exists (select from registrations r where r.provider_id = ${organisationId}::uuid and r.authority_id = a.id and upper_inf(r.recorded)))`);
  return rows.map(({ id }) => id);
}
