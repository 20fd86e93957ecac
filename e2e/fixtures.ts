import type { Page } from "@playwright/test";
import postgres from "postgres";

/** The demonstration decides which offering shows what: asked for here by what is true of it, never by name. */
const sql = postgres(process.env.DATABASE_URL ?? "", { max: 1, idle_timeout: 1, onnotice: () => undefined });

const offerings = sql`offerings o join versions v on v.id = o.current_version_id join organisations p on p.id = o.provider_id`;
const registered = sql`exists (select from registrations r where r.provider_id = p.id and upper_inf(r.recorded) and r.status = 'registered' and r.valid @> current_date)`;
const accredited = sql`exists (select from accreditations a where a.organisation_id = p.id and upper_inf(a.recorded) and a.valid @> current_date)`;
const seen = sql`o.status = 'published' and o.visible @> now()`;

async function slug(rows: PromiseLike<{ slug?: string }[]>): Promise<string> {
  const [row] = await rows;
  if (!row?.slug) throw new Error("The demonstration holds no such record");
  return row.slug;
}

export const complete = () =>
  slug(sql`select o.slug from ${offerings} where ${seen} and v.content->'title' ?& array['en', 'nl', 'fr', 'de'] and exists
    (select from sessions s join enrolment_windows w on w.session_id = s.id where s.offering_id = o.id and s.starts_on > current_date and s.places <> '[]')
    order by v.completeness desc, o.slug limit 1`);

export const inDutchOnly = () =>
  slug(
    sql`select o.slug from ${offerings} where ${seen} and v.content->'title' ? 'nl' and not v.content->'title' ? 'de' order by o.slug limit 1`,
  );

export const suspended = () =>
  slug(sql`select o.slug from ${offerings} where o.status = 'published' and exists (select from registrations r where r.provider_id = p.id
    and upper_inf(r.recorded) and r.status = 'suspended' and r.valid @> current_date) order by o.slug limit 1`);

export const lapsed = () =>
  slug(
    sql`select o.slug from ${offerings} where o.status = 'published' and not o.visible @> now() and ${registered} and not ${accredited} order by o.slug limit 1`,
  );

export const outOfScope = () =>
  slug(
    sql`select o.slug from ${offerings} where o.status = 'published' and not o.visible @> now() and ${registered} and ${accredited} order by o.slug limit 1`,
  );

export const hidden = async () =>
  (await sql<{ slug: string }[]>`select slug from offerings where status <> 'draft' and not (${seenAlone()})`).map((row) => row.slug);
export const shown = async () => (await sql<{ slug: string }[]>`select slug from offerings where ${seenAlone()}`).map((row) => row.slug);
const seenAlone = () => sql`status = 'published' and visible @> now()`;

export const draft = () => slug(sql`select slug from offerings where status = 'draft' order by slug limit 1`);

export const provider = () =>
  slug(sql`select p.slug from ${offerings} where ${seen} group by p.slug order by count(*) desc, p.slug limit 1`);

/** An offering of which an earlier version was published: the demonstration has none, so one is given a second version. */
export async function withTwoVersions(): Promise<string> {
  return await sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(77110999)`;
    const known = await tx<{ slug: string }[]>`select o.slug from ${offerings} where ${seen} and v.number = 2 limit 1`;
    if (known[0]) return known[0].slug;
    const [made] = await tx<{ slug: string }[]>`
      with chosen as (select o.id, o.slug, v.* from ${offerings} where ${seen} and v.content->'title' ? 'en' order by v.completeness, o.slug limit 1),
      second as (insert into versions (offering_id, number, effective_from, content, title, eqf, ects, hours, fields, modes, languages, quality, setting, completeness, search_text)
        select offering_id, 2, effective_from, jsonb_set(content, '{grading}', '{"en": "Pass or fail"}'), title, eqf, ects, hours, fields, modes, languages, quality, setting, completeness, search_text
        from chosen returning id, offering_id)
      update offerings o set current_version_id = second.id from second where o.id = second.offering_id returning o.slug`;
    if (!made) throw new Error("No offering could be given a second version");
    return made.slug;
  });
}

/** Every kind of public page there is, by what it shows. */
export const pages: [name: string, path: () => Promise<string>][] = [
  ["the front page", async () => "/en"],
  ["search with results", async () => "/en/offerings?q=care&eqf=5"],
  ["search with a page of everything", async () => "/nl/offerings?page=2"],
  ["search that finds nothing", async () => "/en/offerings?q=quetzalcoatl&eqf=5"],
  ["search beyond the last page", async () => "/en/offerings?page=400"],
  ["an offering", async () => `/en/offerings/${await complete()}`],
  ["an offering in another language than the page", async () => `/de/offerings/${await inDutchOnly()}`],
  ["an offering of a suspended provider", async () => `/en/offerings/${await suspended()}`],
  ["an offering whose accreditation has lapsed", async () => `/fr/offerings/${await lapsed()}`],
  ["an offering that no accreditation covers", async () => `/en/offerings/${await outOfScope()}`],
  ["an old version", async () => `/en/offerings/${await withTwoVersions()}?version=1`],
  ["the history of an offering", async () => `/en/offerings/${await withTwoVersions()}/history`],
  ["the providers", async () => "/en/providers"],
  ["a provider", async () => `/en/providers/${await provider()}`],
  ["about", async () => "/en/about"],
  ["privacy", async () => "/en/privacy"],
  ["accessibility", async () => "/de/accessibility"],
  ["a page that is not there", async () => "/en/nowhere"],
];

export const resultTitles = (page: Page) =>
  page.getByRole("main").getByRole("listitem").getByRole("heading", { level: 2 }).getByRole("link");

/** How many a heading such as "12 microcredentials for “care”" counts. */
export async function total(page: Page): Promise<number> {
  const heading = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
  return Number(heading.replace(/\D*(\d[\d.,\s]*)?.*/s, "$1").replace(/\D/g, "") || 0);
}

/** An offering of a provider that is seen and has had sessions of late: what the desk's journeys make their own copies of. */
export const liveOf = (provider = "haute-ecole-du-perron") =>
  slug(sql`select o.slug from ${offerings} where ${seen} and p.slug = ${provider} and o.external_id not like 'E2E-%' and v.ects between 2 and 4
    and exists (select from sessions s where s.offering_id = o.id and s.cancelled_on is null and s.starts_on > current_date - 300) order by o.slug limit 1`);
