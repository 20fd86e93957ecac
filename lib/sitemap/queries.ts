import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db";
import { now } from "@/lib/clock";

/** The protocol's limit is 50,000 addresses a file; four languages and some room below it. */
const offeringsPerSitemap = 10_000;

const visible = () => sql`from offerings where status = 'published' and visible @> ${now().toISOString()}::timestamptz`;

export async function countSitemaps(): Promise<number> {
  const [row] = await db.execute<{ total: number }>(sql`select count(*)::int as total ${visible()}`);
  return Math.ceil((row?.total ?? 0) / offeringsPerSitemap);
}

export async function listSitemap(page: number): Promise<{ slug: string; updated: string }[]> {
  return await db.execute<{ slug: string; updated: string }>(sql`
    select slug, to_char(updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as updated ${visible()}
    order by id limit ${offeringsPerSitemap} offset ${(page - 1) * offeringsPerSitemap}`);
}

export async function listProviderSlugs(): Promise<string[]> {
  const rows = await db.execute<{ slug: string }>(sql`select slug from organisations where 'provider' = any(roles) order by slug`);
  return rows.map(({ slug }) => slug);
}

/** Those that an authority has ever registered. */
export async function listRegisterSlugs(): Promise<string[]> {
  const rows = await db.execute<{ slug: string }>(sql`select o.slug from organisations o where exists
    (select from registrations r where r.provider_id = o.id and r.status in ('registered', 'suspended', 'withdrawn')) order by o.slug`);
  return rows.map(({ slug }) => slug);
}

/** The skills that some visible offering teaches; the others are pages without an answer. */
export async function listTaughtSkills(): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`select s.id from skills s where s.uri in (
    select distinct skill from offerings o join versions v on v.id = o.current_version_id,
      jsonb_array_elements_text(cairn_taught(v.content)) skill
    where o.status = 'published' and o.visible @> ${now().toISOString()}::timestamptz) order by s.id`);
  return rows.map(({ id }) => id);
}

/** The occupations that ESCO still has. */
export async function listOccupationIds(): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`select id from occupations where status <> 'obsolete' order by id`);
  return rows.map(({ id }) => id);
}
