import { createHash, randomBytes } from "node:crypto";
import postgres from "postgres";
import { anApplication } from "@/lib/testing/applications";

export const sql = postgres(process.env.DATABASE_URL ?? "", { max: 1, idle_timeout: 1, onnotice: () => undefined });

const model = "hogeschool-lindewater";

/** Slugs of a school whose every list is long, of one that begins, and of two authorities, to one of which nobody applies. */
export type Schools = { full: string; fresh: string; watchful: string; idle: string; invitationToken: string };

const compound = "Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung";
const titles = [
  "Digitale Barrierefreiheit in der öffentlichen Verwaltung",
  `Einführung in die ${compound}`,
  "Pflegedokumentation und Gesundheitsdatenmanagement für Wiedereinsteigerinnen und Wiedereinsteiger",
  "Wundversorgung",
  "Nachhaltigkeitsberichterstattung nach europäischen Offenlegungsvorschriften (Grundlagen, Fallstudien, Prüfungsvorbereitung)",
];
const lines = `${compound} ist in der Praxis schwer zu lesen. Die Fallstudie hat mir geholfen, weil ich sie am nächsten Tag im Betrieb gebraucht habe.`;

/**
 * Made in tables, since by hand it would take a school year; anew for everybody who asks, so that nobody's lists change under the eyes
 * of another.
 */
export async function foundSchools(): Promise<Schools> {
  const mark = randomBytes(3).toString("hex");
  const [full, fresh, watchful, idle] = ["fachhochschule", "neue-schule", "wacher-rat", "stiller-rat"].map((name) => `${name}-${mark}`);
  const schools = { full, fresh, watchful, idle, invitationToken: `invitation-${mark}` } as Schools;
  await sql.begin(async (tx) => {
    await foundAuthority(tx, schools.watchful, "Wacher Rat");
    await foundAuthority(tx, schools.idle, "Stiller Rat");
    await found(tx, schools.fresh, "Neue Schule am Bach", schools.watchful);
    await found(tx, schools.full, "Landesfachhochschule für Gesundheitswissenschaften und Weiterbildungsangelegenheiten", schools.watchful);
    await fillCatalogue(tx, schools.full, mark);
    await fillRooms(tx, schools);
  });
  return schools;
}

type Sql = postgres.TransactionSql;

async function foundAuthority(tx: Sql, slug: string, name: string): Promise<void> {
  await tx`with made as (insert into organisations (slug, roles, country, town) values (${slug}, '{competent-authority}', 'BE', 'Eupen') returning id)
    insert into organisation_names (organisation_id, name, valid) select id, ${tx.json({ de: name })}, '[2020-01-01,)' from made`;
}

/** Registered and accredited as the model is, by an authority of its own. */
async function found(tx: Sql, slug: string, name: string, authority: string): Promise<void> {
  await tx`with made as (insert into organisations (slug, roles, provider_type, country, town, nuts, statements)
      select ${slug}, roles, provider_type, country, town, nuts, statements from organisations where slug = ${model} returning id)
    insert into organisation_names (organisation_id, name, valid) select id, ${tx.json({ de: name })}, '[2020-01-01,)' from made`;
  await tx`insert into registrations (provider_id, authority_id, status, valid, recorded, decision_id)
    select (select id from organisations where slug = ${slug}), (select id from organisations where slug = ${authority}), status, valid, recorded, decision_id
    from registrations r where provider_id = (select id from organisations where slug = ${model})`;
  await tx`insert into accreditations (key, organisation_id, accrediting_body_id, title, type, standard, open_ended, valid, recorded)
    select ${slug}, (select id from organisations where slug = ${slug}), accrediting_body_id, title, type, standard, true, '[2020-01-01,)', '[2020-01-01,)'
    from accreditations where organisation_id = (select id from organisations where slug = ${model}) limit 1`;
}

/**
 * 300 offerings in every state, with sessions, feedback and readers. None is to be seen by the public, so that nothing is counted
 * beside what the demonstration holds.
 */
async function fillCatalogue(tx: Sql, full: string, mark: string): Promise<void> {
  await tx`create temporary table kept on commit drop as
    select gen_random_uuid() as offering_id, gen_random_uuid() as version_id, n,
      (array['published', 'draft', 'published', 'withdrawn', 'published', 'archived', 'draft'])[1 + n % 7]::publication_status as status,
      v.content || jsonb_build_object('title', jsonb_build_object('de', (${titles}::text[])[1 + n % 5] || ' ' || n), 'originalLanguage', 'de') as content,
      v.eqf, v.ects, v.hours, v.fields, v.modes, v.languages, v.quality, v.setting, v.completeness
    from generate_series(0, 299) n, lateral (select v.* from versions v join offerings o on o.current_version_id = v.id
      join organisations p on p.id = o.provider_id where p.slug = ${model} order by o.slug offset n % 10 limit 1) v`;
  await tx`insert into offerings (id, slug, provider_id, external_id, status, current_version_id, withdrawn_reason, withdrawn_at, first_published_at, updated_at)
    select offering_id, ${`langwort-${mark}-`} || lpad(n::text, 3, '0'), p.id, 'GESUNDHEITSWISSENSCHAFTEN-' || n, status, case when status <> 'draft' then version_id end,
      case when status = 'withdrawn' then ${tx.json({ de: lines })}::jsonb end, case when status = 'withdrawn' then now() end,
      case when status <> 'draft' then now() - interval '90 days' end, now() - n * interval '1 day'
    from kept, organisations p where p.slug = ${full}`;
  await tx`insert into versions (id, offering_id, number, effective_from, content, title, eqf, ects, hours, fields, modes, languages, quality, setting, completeness, search_text)
    select version_id, offering_id, 1, current_date - 90, content, content->'title'->>'de', eqf, ects, hours, fields, modes, languages, quality, setting, completeness, ''
    from kept where status <> 'draft'`;
  await tx`insert into pending_versions (offering_id, content, publish_on, publish_by, updated_at)
    select offering_id, case when n % 2 = 0 then content - 'outcomes' - 'eqf' else content || '{"contact": "studienberatung@langwort.example"}' end,
      case when n % 20 = 4 then current_date + 30 end, case when n % 20 = 4 then 'operator:test' end, now() - n * interval '1 day'
    from kept where status = 'draft' or (status = 'published' and n % 4 = 0)`;
  await tx`insert into sessions (offering_id, external_id, starts_on, ends_on, places, seats, seats_left, confirmed_on)
    select offering_id, 'DURCHFÜHRUNG-' || run, current_date + run * 40 - 60, current_date + run * 40 - 50,
      '[{"town": "Sankt Vith", "address": "Luxemburger Straße 2"}]', 24, run, current_date - 90
    from kept, generate_series(0, 5) run where n % 2 = 0`;
  await tx`insert into feedback_answers (offering_id, version_number, scores, text, locale)
    select offering_id, 1, jsonb_build_object('outcomes', 1 + k % 5, 'workload', 1 + k % 3, 'teaching', 4, 'assessment', 3 + k % 3, 'use', 5),
      case when k % 3 = 0 then ${lines} else '' end, 'de'
    from kept, generate_series(1, 14) k where status = 'published' and n % 2 = 0`;
  await tx`insert into insight_days (offering_id, day, shown, read)
    select offering_id, current_date - d, 40 + (n * 7 + d * 13) % 90, (n + d) % 40 from kept, generate_series(0, 80) d where status = 'published'`;
}

/** A team, keys, feeds and their runs, and people invited. */
async function fillRooms(tx: Sql, { full, invitationToken }: Schools): Promise<void> {
  const school = tx`(select id from organisations where slug = ${full})`;
  await tx`with made as (insert into people (email, name, locale)
      select 'kollegin.' || k || '@' || ${full} || '.example', 'Dr. Annegret Weiterbildungsbeauftragte-Grundstücksverkehr ' || k, 'de'
      from generate_series(1, 6) k returning id, email)
    insert into memberships (person_id, organisation_id, role) select id, ${school}, 'editor' from made`;
  await tx`insert into api_keys (organisation_id, name, start, secret_hash, scope, expires_on, last_used_at, revoked_at)
    select ${school}, 'Campusmanagementsystem der Weiterbildungsabteilung ' || k, 'cairn_Abc12' || k, gen_random_uuid()::text,
      (array['read', 'write', 'publish'])[1 + k % 3]::api_key_scope, current_date + 100 - k * 40, case when k > 1 then now() end,
      case when k = 4 then now() end from generate_series(0, 5) k`;
  await tx`with made as (insert into harvest_sources (provider_id, name, url, format, schedule, next_run_at, paused)
      select ${school}, 'Weiterbildungsveranstaltungsverzeichnis ' || k, 'https://feed.example/' || repeat('verzeichnis/', 9) || k, 'json',
        'daily', now() + interval '5 hours', k = 3 from generate_series(1, 3) k returning id)
    insert into harvest_runs (source_id, status, started_at, finished_at, http_status, bytes, problem, counts)
      select id, (array['done', 'failed', 'unchanged'])[1 + r % 3]::harvest_status, now() - r * interval '1 day', now() - r * interval '1 day', 200 + r % 3, 345678,
        case when r % 3 = 1 then '{"code": "feedAnswered", "value": "HTTP 503"}'::jsonb end, '{}' from made, generate_series(1, 12) r`;
  await tx`insert into invitations (organisation_id, email, role, token_hash, expires_at, created_at)
    select ${school}, 'weiterbildungsbeauftragte.' || k || '@gesundheitswissenschaften.langwort.example', 'editor',
      case when k = 3 then ${createHash("sha256").update(invitationToken).digest("base64url")} else gen_random_uuid()::text end,
      now() + (k * 4 - 5) * interval '1 day', now() - interval '9 days' from generate_series(1, 3) k`;
  await tx`with wanted as (select word, position from unnest(array['pflegedokumentation', 'gesundheitsdatenmanagement', 'wundversorgung zu hause'])
      with ordinality as w(word, position)),
    known as (insert into sought_words (digest, words) select word, word from wanted on conflict do nothing)
    insert into searched_words (day, digest, searches, found) select current_date, word, 40 - position::int, 0 from wanted on conflict do nothing`;
}

/** An application in which nothing is missing, about which the authority has asked twice. */
export async function questionedApplication(applicantId: string, authority: string): Promise<string> {
  const content = anApplication({
    identity: { names: { de: `Landesverband für ${compound} e. V.` }, founded: "2001-05-04", homepage: "https://landesverband.example" },
    places: { seat: "Eupen", street: "Gospertstraße 1", postalCode: "4700", further: ["Sankt Vith", "Büllingen"], authority: null },
  });
  const [made] = await sql<{ id: string }[]>`insert into applications (applicant_id, status, content, authority_id, submitted_at)
    select ${applicantId}, 'questioned', ${sql.json(content)}, id, now() - interval '9 days' from organisations where slug = ${authority} returning id`;
  await sql`insert into application_messages (application_id, side, author_id, text, written_at)
    select ${made?.id ?? ""}, side::application_side, ${applicantId}, ${lines}, now() - position * interval '1 day'
    from unnest(array['authority', 'applicant', 'authority']) with ordinality as m(side, position)`;
  await sql`insert into files (subject, subject_id, name, media_type, size, sha256, bytes, uploaded_by_id)
    select 'application', ${made?.id ?? ""}, 'Akkreditierungsbescheid-Weiterbildungsangelegenheiten-' || k || '.pdf', 'application/pdf', 345678, '', '', ${applicantId}
    from generate_series(1, 3) k`;
  return made?.id ?? "";
}

/** Everything that a keeper may be told, some of it read. */
export async function tellEverything(personId: string, school: string): Promise<void> {
  const offering = titles[4] ?? "";
  const told = [
    ["accreditation-lapses", { accreditation: "Institutionelle Akkreditierung", on: "2030-01-31", days: 30 }],
    ["session-unconfirmed", { sessions: 12 }],
    ["feed-asks", { feed: "Weiterbildungsveranstaltungsverzeichnis" }],
    ["published-on-schedule", { offering }],
    ["schedule-failed", { offering }],
    ["import-finished", { file: "Weiterbildungsverzeichnis-2026.xlsx", published: 180, drafts: 12, refused: 8 }],
    ["import-failed", { file: "Weiterbildungsverzeichnis-2026.xlsx" }],
    ["undo-failed", { file: "Weiterbildungsverzeichnis-2026.xlsx" }],
  ];
  await sql`insert into notices (person_id, organisation_id, kind, about, values, path, read_at, created_at)
    select ${personId}, o.id, n->>0, k::text, n->1, 'manage/offerings', case when k > 8 then now() end, now() - k * interval '5 hours'
    from organisations o, generate_series(1, 20) k, lateral (select ${sql.json(told)}::jsonb -> (k % ${told.length}) as n) m where o.slug = ${school}`;
}
