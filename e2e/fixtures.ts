import type { Page } from "@playwright/test";
import postgres from "postgres";
import { hashOf, newSecret } from "@/lib/auth/secret";

/** The demonstration decides which offering shows what: asked for here by what is true of it, never by name. */
const sql = postgres(process.env.DATABASE_URL ?? "", { max: 1, idle_timeout: 1, onnotice: () => undefined });

const offerings = sql`offerings o join versions v on v.id = o.current_version_id join organisations p on p.id = o.provider_id`;
const registrationNow = (status: string) =>
  sql`select from registrations r where r.provider_id = p.id and upper_inf(r.recorded) and r.status = ${status} and r.valid @> current_date`;
const registered = sql`exists (${registrationNow("registered")})`;
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
  slug(
    sql`select o.slug from ${offerings} where o.status = 'published' and o.slug <> 'long-texts' and exists (${registrationNow("suspended")}) order by o.slug limit 1`,
  );

/** Of a skill that an offering teaches now, and of what stands beside it, the last part of its address. */
export const taughtSkill = () =>
  slug(sql`select s.id as slug from skills s, ${offerings} where ${seen} and cairn_taught(v.content) ? s.uri
    and s.labels ? 'de' order by s.id limit 1`);
export const skillGroup = () =>
  slug(sql`select s.id as slug from skills s where s.kind = 'group' and exists
    (select from broader_skills b join skills n on n.uri = b.skill where b.broader = s.uri and n.kind <> 'group') order by s.id limit 1`);
export const occupation = () =>
  slug(sql`select n.id as slug from occupations n join occupation_skills k on k.occupation = n.uri
    group by n.id order by count(*) desc, n.id limit 1`);

export const lapsed = () =>
  slug(
    sql`select o.slug from ${offerings} where o.status = 'published' and not o.visible @> now() and ${registered} and not ${accredited} order by o.slug limit 1`,
  );

export const outOfScope = () =>
  slug(
    sql`select o.slug from ${offerings} where o.status = 'published' and o.visible = '{}' and ${registered} and ${accredited} order by o.slug limit 1`,
  );

export const notYet = () =>
  slug(sql`select o.slug from ${offerings} where o.status = 'published' and lower(o.visible) > now() order by o.slug limit 1`);

export const notRegistered = () =>
  slug(
    sql`select o.slug from ${offerings} where o.status = 'published' and exists (${registrationNow("withdrawn")}) order by o.slug limit 1`,
  );

export const superseded = () => slug(sql`select o.slug from ${offerings} where o.superseded_by_id is not null order by o.slug limit 1`);

/** In force in its third version. */
export const withVersions = () => slug(sql`select o.slug from ${offerings} where ${seen} and v.number = 3 order by o.slug limit 1`);

/** Of an offering, the provider. */
export const providerOf = async (offering: () => Promise<string>) =>
  slug(sql`select p.slug from ${offerings} where o.slug = ${await offering()}`);

export const teachOutProvider = () =>
  slug(
    sql`select p.slug from organisations p join accreditations a on a.organisation_id = p.id where a.effect = 'teach-out' and a.valid @> current_date order by p.slug limit 1`,
  );

/** No command withdraws an offering yet. Taken is one that is out of the catalogue already, so that nothing else changes. */
export async function withdrawn(): Promise<string> {
  return await sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(77110999)`;
    const known = await tx<{ slug: string }[]>`select slug from offerings where status = 'withdrawn'`;
    if (known[0]) return known[0].slug;
    const reason = {
      en: "The workshop in which it was taught has been sold. What we learned there goes into other courses.",
      nl: "Het atelier waarin deze opleiding plaatsvond is verkocht. Wat we er leerden, gaat naar andere opleidingen.",
      fr: "L’atelier où elle se donnait est vendu. Ce que nous y avons appris passe dans d’autres formations.",
      de: "Die Werkstatt, in der unterrichtet wurde, ist verkauft. Was wir dort gelernt haben, geht in andere Kurse ein.",
    };
    return slug(tx`update offerings set status = 'withdrawn', visible = '{}', withdrawn_reason = ${tx.json(reason)} where id =
      (select o.id from ${offerings} where o.status = 'published' and exists (${registrationNow("suspended")}) order by o.slug desc limit 1) returning slug`);
  });
}

/** The longest that a provider may think of, in one language, with words that no line holds; out of the catalogue, so that no search finds it. */
export async function withLongTexts(): Promise<string> {
  const compound = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzesfolgenabschätzungsverfahren";
  const texts = {
    title: { de: `${compound} und Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung in der Gebietskörperschaft` },
    summary: { de: `${"Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft ".repeat(6)}${"x".repeat(180)}` },
    description: { de: `https://lang.example/${"pfad-ohne-ende/".repeat(20)}\n\n${compound.repeat(5)}` },
    prerequisites: { de: `${compound} `.repeat(8) },
    grading: { de: compound.repeat(2) },
    furtherInformation: { de: compound.repeat(3) },
    outcomes: Array.from({ length: 25 }, (_, number) => ({ type: "skill", text: { de: `${number}. ${compound} ${compound}` } })),
    awardingBodies: Array.from({ length: 6 }, (_, number) => ({ slug: null, name: `${compound} ${number}` })),
    url: `https://lang.example/${"x".repeat(300)}`,
  };
  return await sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(77110999)`;
    const [known] = await tx`select from offerings where slug = 'long-texts'`;
    if (known) return "long-texts";
    // The version follows in the same transaction; its foreign key is looked at when that commits.
    await tx`
      with chosen as (select v.*, o.provider_id from ${offerings} where o.status = 'published' and exists (${registrationNow("suspended")}) order by o.slug limit 1),
      made as (insert into offerings (slug, provider_id, external_id, status, current_version_id)
        select 'long-texts', provider_id, repeat('LANG-', 30), 'published', gen_random_uuid() from chosen returning id, current_version_id)
      insert into versions (id, offering_id, number, effective_from, content, title, eqf, ects, hours, fields, modes, languages, quality, setting, completeness, search_text)
      select made.current_version_id, made.id, 1, effective_from, content || ${tx.json({ ...texts, originalLanguage: "de" })}, ${texts.title.de}, eqf, ects, hours, fields, modes, languages, quality, setting, completeness, ''
      from chosen, made`;
    return "long-texts";
  });
}

export const hidden = async () =>
  (await sql<{ slug: string }[]>`select slug from offerings where status <> 'draft' and not (${seenAlone()})`).map((row) => row.slug);
export const shown = async () => (await sql<{ slug: string }[]>`select slug from offerings where ${seenAlone()}`).map((row) => row.slug);
const seenAlone = () => sql`status = 'published' and visible @> now()`;

export const draft = () => slug(sql`select slug from offerings where status = 'draft' order by slug limit 1`);

/** Schools that tests found have the address of their founder in their name: they come and fill up while others look. */
export const provider = () =>
  slug(
    sql`select p.slug from ${offerings} where ${seen} and p.slug not like '%-demonstration-example' group by p.slug order by count(*) desc, p.slug limit 1`,
  );

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

/** A provider whose suspension was lifted, with an earlier name; one whose scope was corrected for days gone by; one that is warned of. */
export const reinstated = () =>
  slug(
    sql`select p.slug from organisations p join decisions d on d.organisation_id = p.id where d.kind = 'reinstate' order by p.slug limit 1`,
  );
export const corrected = () =>
  slug(
    sql`select p.slug from organisations p join decisions d on d.organisation_id = p.id where d.kind = 'correct' order by p.slug limit 1`,
  );
export const warnedOf = () =>
  slug(
    sql`select p.slug from organisations p join restrictions r on r.organisation_id = p.id where r.effect = 'warning' and upper_inf(r.recorded) order by p.slug limit 1`,
  );

/** The receipt of an answer about a provider, asked for as a machine does. */
export async function receiptOf(provider: string, question = "eqf=5&field=0613"): Promise<string> {
  const answer = await fetch(`${process.env.BASE_URL}/api/v1/register/status?provider=${provider}&${question}`);
  return ((await answer.json()) as { receipt: { id: string } }).receipt.id;
}

/** A link to say how it was, of a session that is over and of a provider whose own links are not counted by a test. */
export async function feedbackLink(): Promise<string> {
  const token = newSecret();
  await sql`insert into feedback_links (token_hash, offering_id, version_number, session_id, expires_on)
    select ${hashOf(token)}, o.id, v.number, s.id, current_date + 9 from ${offerings} join sessions s on s.offering_id = o.id
    where ${seen} and p.slug <> 'pedagogische-hogeschool-de-wilg' and s.ends_on < current_date order by length(v.content->'title'->>'de') desc nulls last limit 1`;
  return token;
}

/** The link to a report whose e-mail address waits to be confirmed. */
export async function reportLink(): Promise<string> {
  const token = newSecret();
  await sql`insert into reports (token_hash, digest, organisation_id, page, kind, text, locale, due_on, email, email_hash)
    select ${hashOf(token)}, ${token}, id, 'providers/' || slug, 'outdated', 'The address on the page is an old one.', 'en', current_date + 30,
      'somebody@reports.example', ${hashOf(`${token}x`)} from organisations where slug = ${await provider()}`;
  return token;
}

/** The number of an audit whose summary is published. */
export async function auditTold(): Promise<number> {
  const [row] = await sql<
    { number: number }[]
  >`select c.number::int from audit_summaries s join audit_cases c on c.id = s.case_id order by 1 limit 1`;
  if (!row) throw new Error("The demonstration tells of no audit");
  return row.number;
}

/** The link to a list that was shared with a note, before one of its offerings had its sessions and another was suspended. */
export async function sharedList(): Promise<string> {
  const token = newSecret();
  const kept = sql.json({ on: "2026-11-01", version: 1, notice: null, sessions: [] });
  await sql`with made as (insert into lists (secret_hash, read_hash, title, locale, expires_on)
      values (${newSecret()}, ${hashOf(token)}, 'Voor het gesprek', 'nl', current_date + 30) returning id)
    insert into list_items (list_id, offering_id, position, note, kept) select made.id, o.id, row_number() over (order by o.slug), 'Vraag naar de avondgroep.', ${kept}
    from made, offerings o where o.slug in (${await complete()}, ${await suspended()})`;
  return token;
}
