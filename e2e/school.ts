import { randomBytes } from "node:crypto";
import postgres from "postgres";

const sql = postgres(process.env.DATABASE_URL ?? "", { max: 1, idle_timeout: 1, onnotice: () => undefined });

export type School = { slug: string; name: string; offerings: { digital: string[]; garden: string[] } };

/** When the register and its people decided about it: before any test. */
const [registeredOn, accreditedOn, until] = ["2022-01-10", "2022-02-10", "2095-01-01"];

/**
 * A provider of its own for a test that decides about one: registered and accredited by the authority of its town, with two offerings in the
 * digital field and one in farming. Their addresses come last in the alphabet, so that no other test takes one for its example.
 */
export async function foundSchool(): Promise<School> {
  const mark = randomBytes(3).toString("hex");
  const [slug, name] = [`zz-school-${mark}`, `Decided School ${mark}`];
  const terms = {
    title: { en: "Quality label" },
    type: "institutional-quality-assurance",
    standard: "eqavet",
    standardLabel: {},
    eqfLevels: [4, 5, 6],
    fields: ["06", "08"],
    settings: null,
    jurisdictions: null,
    offeringId: null,
    effect: "full",
    effectOn: null,
    decisionUrl: null,
    reportUrl: null,
  };
  await sql.begin(async (tx) => {
    const [authority] = await tx<{ id: string }[]>`select id from organisations where slug = 'leerpadenraad'`;
    const [school] = await tx<{ id: string }[]>`insert into organisations (slug, roles, provider_type, country, town, nuts)
      values (${slug}, array['provider']::organisation_role[], 'adult-education', 'BE', 'Gent', 'BE234') returning id`;
    const [authorityId, id] = [authority?.id ?? "", school?.id ?? ""];
    await tx`insert into organisation_names (organisation_id, name, valid) values (${id}, ${tx.json({ en: name })}, '[2020-01-01,)')`;
    const decided = async (kind: string, on: string, change: object) => {
      const [row] = await tx<
        { id: string }[]
      >`insert into decisions (kind, authority_id, organisation_id, decided_on, effective_from, changes, recorded_at)
        values (${kind}::decision_kind, ${authorityId}, ${id}, ${on}, ${on}, ${tx.json([change] as never)}, ${on}::date + time '09:00') returning id`;
      return row?.id ?? "";
    };
    const registered = await decided("register", registeredOn, {
      of: "registration",
      from: registeredOn,
      until: null,
      holds: { status: "registered" },
    });
    await tx`insert into registrations (provider_id, authority_id, status, valid, recorded, decision_id)
      values (${id}, ${authorityId}, 'registered', daterange(${registeredOn}, null), tstzrange(${registeredOn}::date + time '09:00', null), ${registered})`;
    const holds = { ...terms, accreditingBodyId: authorityId };
    const accredited = await decided("accredit", accreditedOn, { of: "accreditation", key: `${slug}-1`, from: accreditedOn, until, holds });
    await tx`insert into accreditations (key, organisation_id, accrediting_body_id, title, type, standard, eqf_levels, fields, valid, open_ended, recorded, decision_id)
      values (${`${slug}-1`}, ${id}, ${authorityId}, ${tx.json(terms.title)}, ${terms.type}, ${terms.standard}, ${terms.eqfLevels}, ${terms.fields},
        daterange(${accreditedOn}, ${until}), false, tstzrange(${accreditedOn}::date + time '09:00', null), ${accredited})`;
  });
  return {
    slug,
    name,
    offerings: {
      digital: [await offer(slug, `Decided data ${mark}`, "0613"), await offer(slug, `Decided code ${mark}`, "0613")],
      garden: [await offer(slug, `Decided soil ${mark}`, "0812")],
    },
  };
}

/** A published offering like any other, with a session ahead, and the event that tells the indexer. */
export async function offer(school: string, title: string, field: string): Promise<string> {
  const slug = `zz-${title.toLowerCase().replace(/\W+/g, "-")}`;
  const said = { title: { en: title }, originalLanguage: "en", eqf: 5, ects: 3, fields: [field], setting: null, statedForCatalogue: [] };
  await sql.begin(async (tx) => {
    const [offering] = await tx<{ id: string }[]>`
      with chosen as (select v.* from versions v join offerings o on o.current_version_id = v.id where o.status = 'published' and v.content->'title' ? 'en' order by o.slug limit 1),
      made as (insert into offerings (slug, provider_id, external_id, status, current_version_id, first_published_at, visible)
        select ${slug}, id, ${slug}, 'published', gen_random_uuid(), now(), tstzmultirange(tstzrange(now() - interval '1 day', ${until}::date))
        from organisations where slug = ${school} returning id, current_version_id, provider_id),
      told as (insert into events (type, subject, subject_id, organisation_id, actor) select 'offering.published', 'offering', id, provider_id, 'test' from made)
      insert into versions (id, offering_id, number, effective_from, content, title, eqf, ects, hours, fields, modes, languages, quality, setting, completeness, search_text)
      select made.current_version_id, made.id, 1, '2024-01-01', content || ${tx.json(said)}, ${title}, 5, 3, hours,
        array[left(${field}, 2), left(${field}, 3), ${field}], modes, languages, quality, null, completeness, ${title}
      from chosen, made returning offering_id as id`;
    await tx`insert into sessions (offering_id, external_id, starts_on, ends_on) values (${offering?.id ?? ""}, 'S', current_date + 60, current_date + 90)`;
    await tx`select graphile_worker.add_job('index-catalogue', job_key := 'index-catalogue')`;
  });
  return slug;
}

/** How many offerings of a school the public sees, and how many it may see for all the days that its accreditation and their versions give. */
export async function seenOf(school: string): Promise<{ now: number; whole: number }> {
  const at = (day: string) => sql`(${day}::timestamp at time zone 'Europe/Brussels')`;
  const [row] = await sql<{ now: number; whole: number }[]>`
    select count(*) filter (where o.visible @> now())::int as now,
      count(*) filter (where o.visible = tstzmultirange(tstzrange(${at("2024-01-01")}, ${at(until)})))::int as whole
    from offerings o join organisations p on p.id = o.provider_id where p.slug = ${school}`;
  return row ?? { now: 0, whole: 0 };
}

/** Somebody with an account gets a role in an organisation. */
export async function join(email: string, organisation: string, role: string): Promise<void> {
  await sql`insert into memberships (person_id, organisation_id, role)
    select h.id, o.id, ${role}::member_role from people h, organisations o where h.email = ${email} and o.slug = ${organisation}`;
}
