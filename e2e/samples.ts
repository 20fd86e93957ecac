import { readFileSync } from "node:fs";
import type { Sql } from "postgres";

const shipped = JSON.parse(readFileSync("config/criteria.json", "utf8"));

/** An address that shows a record, and whose it is: an organisation's slug, a person's id, or null where anybody with the right may open it. */
export type Sample = { path: string; owner: string | null };

/** The demonstration's own, near Liège. */
export const guidanceService = "the-crossroads-la-croisee-des-chemins";

type Of = { provider: string; authority: string; applicantId: string; counsellorId: string };

/** One address for each page that shows a record, as those whose it is have it. */
export async function samples(sql: Sql, { provider, authority, applicantId, counsellorId }: Of): Promise<Record<string, Sample>> {
  const one = async (rows: PromiseLike<{ is?: string }[]>) => (await rows)[0]?.is ?? "";
  const [offering, elsewhere, member, importId] = await Promise.all([
    one(sql`select o.slug as is from offerings o join organisations p on p.id = o.provider_id
      where p.slug = ${provider} and o.status = 'published' and not exists (select from pending_versions where offering_id = o.id and content->>'contact' is distinct from 'rights')
        and exists (select from sessions s where s.offering_id = o.id) order by o.slug limit 1`),
    one(sql`select o.slug as is from offerings o join organisations p on p.id = o.provider_id
      where p.slug not in (${provider}, 'haute-ecole-du-perron') and o.status = 'published' and o.visible @> now() order by o.slug limit 1`),
    one(sql`select m.person_id as is from memberships m join organisations p on p.id = m.organisation_id
      join people h on h.id = m.person_id where p.slug = ${provider} and h.email like '%@demonstration.example' order by m.created_at limit 1`),
    one(
      sql`select i.id as is from imports i join organisations p on p.id = i.provider_id where p.slug = ${provider} order by i.created_at limit 1`,
    ),
  ]);
  const officer = await one(sql`select m.person_id as is from memberships m join organisations a on a.id = m.organisation_id
    where a.slug = ${authority} and not exists (select from memberships o where o.person_id = m.person_id and o.organisation_id <> a.id) order by m.created_at limit 1`);
  const session = await one(
    sql`select s.id as is from sessions s join offerings o on o.id = s.offering_id where o.slug = ${offering} limit 1`,
  );
  await sql`insert into pending_versions (offering_id, content) select o.id, jsonb_set(v.content, '{contact}', '"rights"')
    from offerings o join versions v on v.id = o.current_version_id where o.slug = ${offering} on conflict do nothing`;
  const unsent = await one(sql`insert into applications (applicant_id, content) values (${applicantId}, '{}') returning id as is`);
  const application = await one(sql`insert into applications (applicant_id, status, content, authority_id, submitted_at)
    select ${applicantId}, 'submitted', '{}', id, now() from organisations where slug = ${authority} returning id as is`);
  const draft = await one(sql`insert into decision_drafts (authority_id, organisation_id, kind, form)
    select a.id, p.id, 'register', '{"kind": ["register"]}' from organisations a, organisations p where a.slug = ${authority} and p.slug = ${provider} returning id as is`);
  const report =
    await one(sql`insert into reports (token_hash, digest, organisation_id, page, kind, text, locale, due_on, forwarded_at, provider_due_on)
    select gen_random_uuid(), gen_random_uuid(), id, 'providers/' || slug, 'outdated', 'The address on the page is an old one.', 'en', current_date + 30, now(), current_date + 14
    from organisations where slug = ${provider} returning number as is`);
  const quality = await one(sql`select key as is from quality_reports where upper_inf(recorded) order by local_identifier limit 1`);
  const qualityImport = await one(sql`select id as is from quality_imports order by created_at limit 1`);
  const texts = sql.json(
    Object.fromEntries(["nl", "fr", "de", "en"].map((language) => [language, "Stichprobe der Weiterbildungsanbieter"])),
  );
  const plan =
    await one(sql`insert into audit_plans (slug, authority_id, title, aim, starts_on, ends_on, standards, draws, random, risk, frame, frame_size, frame_sha256, quotas, announced_at)
    select 'rights-' || gen_random_uuid(), id, ${texts}, ${texts}, current_date, current_date + 90, '[{"code": "S1", "title": {"de": "Prüfung"}}]', 'providers', 1, 0,
      ${`${provider}\n`}, 1, repeat('a', 64), '{"": 1}', now() from organisations where slug = ${authority} returning slug as is`);
  const audit =
    await one(sql`with made as (insert into audit_cases (authority_id, organisation_id, cause, standards, opened_on, stage, turn, due_on)
      select a.id, p.id, 'Eine Meldung.', '[{"code": "S1", "title": {"de": "Prüfung"}}]', current_date, 'announced', 'authority', current_date + 14
      from organisations a, organisations p where a.slug = ${authority} and p.slug = ${provider} returning id, number)
    insert into audit_acts (case_id, number, person_id, "on", act) select id, 1, ${applicantId}, current_date, '{"kind": "announced", "text": "Wir prüfen den Arbeitsaufwand."}'
      from made returning (select number from made) as is`);
  const criteria = await one(sql`insert into criteria_sets (authority_id, number, content)
    select id, 1000 + (random() * 1000000)::int, ${sql.json(shipped)} from organisations where slug = ${authority}
    on conflict (authority_id) where published_at is null do update set number = excluded.number returning id as is`);
  const template = await one(sql`insert into lists (organisation_id, title, locale, is_template)
    select id, 'Erste Schritte in der Pflege', 'de', true from organisations where slug = ${guidanceService} returning id as is`);
  const list = await one(sql`with made as (insert into lists (organisation_id, person_id, title, locale, hours_per_week, budget)
      select id, ${counsellorId}, 'Gruppe-17', 'de', 6, 400 from organisations where slug = ${guidanceService} returning id)
    insert into list_items (list_id, offering_id, position, note, session_id, kept)
      select made.id, o.id, row_number() over (order by o.slug), 'Fragen Sie nach der Abendgruppe.',
        (select s.id from sessions s where s.offering_id = o.id and s.starts_on > current_date order by s.starts_on limit 1),
        '{"on": "2026-01-01", "version": 0, "notice": null, "sessions": []}'
      from made, (select id, slug from offerings where status = 'published' and visible @> now() order by slug limit 4) o returning list_id as is`);
  const feed = await one(sql`insert into harvest_sources (provider_id, name, url, format, schedule, paused)
    select id, 'Rights', 'https://feed.example/catalogue.json', 'json', 'by-hand', true from organisations where slug = ${provider} returning id as is`);

  const manage = "/[locale]/manage";
  const at = (path: string, owner: string | null = provider): Sample => ({ path: `/en/${path}`, owner });
  const parts = [
    "",
    "/history",
    "/preview",
    "/publication",
    "/publication/archive",
    "/publication/copy",
    "/publication/withdraw",
    "/sessions",
  ];
  return {
    ...Object.fromEntries(
      [...parts.slice(1), "/sessions/new", "/sessions/repeat", "/discard"].map((part) => [
        `${manage}/offerings/[slug]${part}`,
        at(`manage/offerings/${offering}${part}`),
      ]),
    ),
    [`${manage}/offerings/[slug]/edit/[part]`]: at(`manage/offerings/${offering}/edit/learn`),
    [`${manage}/offerings/[slug]/sessions/[id]`]: at(`manage/offerings/${offering}/sessions/${session}`),
    [`${manage}/feedback/[slug]`]: at(`manage/feedback/${offering}`),
    [`${manage}/reports/[number]`]: at(`manage/reports/${report}`),
    [`${manage}/audits/[number]`]: at(`manage/audits/${audit}`),
    "/[locale]/oversight/audits/[number]": at(`oversight/audits/${audit}`, authority),
    "/[locale]/oversight/audits/[number]/finding": at(`oversight/audits/${audit}/finding`, authority),
    "/[locale]/oversight/audits/[number]/summary": at(`oversight/audits/${audit}/summary`, authority),
    "/[locale]/oversight/audits/plans/[slug]": at(`oversight/audits/plans/${plan}`, authority),
    "/[locale]/oversight/monitoring/[slug]": at(`oversight/monitoring/${offering}`, authority),
    "/[locale]/oversight/quality/[report]": at(`oversight/quality/${quality}`, null),
    "/[locale]/oversight/quality/imports/[id]": at(`oversight/quality/imports/${qualityImport}`, null),
    "/[locale]/oversight/reports/[number]": at(`oversight/reports/${report}`, authority),
    [`${manage}/insight/[slug]`]: at(`manage/insight/${offering}`),
    [`${manage}/reviews/[slug]`]: at(`manage/reviews/${elsewhere}`, null),
    [`${manage}/statements/[part]`]: at("manage/statements/quality", null),
    [`${manage}/team/[person]`]: at(`manage/team/${member}`),
    ...Object.fromEntries(
      ["", "/mapping", "/repair", "/undo"].map((part) => [`${manage}/imports/[id]${part}`, at(`manage/imports/${importId}${part}`)]),
    ),
    ...Object.fromEntries(
      ["", "/plan", "/print", "/settings", "/share"].map((part) => [
        `/[locale]/guidance/lists/[id]${part}`,
        at(`guidance/lists/${list}${part}`, counsellorId),
      ]),
    ),
    "/[locale]/guidance/templates/[id]": at(`guidance/templates/${template}`, guidanceService),
    [`${manage}/harvest/[id]`]: at(`manage/harvest/${feed}`),
    [`${manage}/applications/[id]`]: at(`manage/applications/${application}`, applicantId),
    [`${manage}/applications/[id]/[step]`]: at(`manage/applications/${unsent}/identity`, applicantId),
    [`${manage}/applications/[id]/withdraw`]: at(`manage/applications/${application}/withdraw`, applicantId),
    "/[locale]/oversight/vocabularies/[list]": at("oversight/vocabularies/labels", null),
    "/[locale]/oversight/accounts/[id]": at(`oversight/accounts/${officer}`, authority),
    "/[locale]/oversight/criteria/[id]": at(`oversight/criteria/${criteria}`, authority),
    "/[locale]/oversight/criteria/[id]/[part]": at(`oversight/criteria/${criteria}/checks`, authority),
    "/[locale]/oversight/providers/[slug]": at(`oversight/providers/${provider}`, authority),
    "/[locale]/oversight/providers/[slug]/decide": at(`oversight/providers/${provider}/decide?kind=suspend`, authority),
    "/[locale]/oversight/providers/[slug]/decide/[draft]": at(`oversight/providers/${provider}/decide/${draft}`, authority),
    ...Object.fromEntries(
      ["", "/assessment", "/moderation", "/decision"].map((part) => [
        `/[locale]/oversight/applications/[id]${part}`,
        at(`oversight/applications/${application}${part}`, authority),
      ]),
    ),
  };
}
