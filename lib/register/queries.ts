import "server-only";
import { inArray, sql } from "drizzle-orm";
import { type Database, db } from "@/db";
import { decisions, type Texts } from "@/db/schema";
import { now } from "@/lib/clock";
import { country } from "@/lib/country/country";
import { type Day, fromRange, type Period } from "@/lib/days/days";
import type { Change } from "@/lib/decisions/decision";
import { env } from "@/lib/env";
import { nameOn } from "@/lib/providers/names/queries";
import { answerTo } from "./answer";
import { type AnswerDocument, type Behind, type DecisionFacts, type Ending, toAnswerDocument } from "./document";
import {
  type AccreditationRow,
  endsAsStated,
  nameOf,
  type RegisterFacts,
  type RegistrationRow,
  type RestrictionRow,
  type Thing,
} from "./facts";
import { endOfDay, type Moment, toDate } from "./moment";
import type { Question } from "./question";

export type RegisteredOrganisation = { id: string; slug: string };

/** An organisation of the register by slug, id, or an identifier as `scheme:value`. One that only applied, or was refused, is not in it. */
export async function findRegistered(named: string, database: Database = db): Promise<RegisteredOrganisation | undefined> {
  if (named.length > 300 || named.includes("\0")) return undefined;
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(named);
  const [, scheme, value] = /^([a-z]+):(.+)$/.exec(named) ?? [];
  const is = isId
    ? sql`o.id = ${named}::uuid`
    : scheme && value
      ? sql`o.id in (select organisation_id from known_identifiers where scheme = ${scheme} and value = ${value.trim()}
          order by upper(valid) desc nulls first limit 1)`
      : sql`o.slug = ${named}`;
  const [row] = await database.execute<RegisteredOrganisation>(sql`
    select o.id, o.slug from organisations o where ${is} and exists (select from registrations r where r.provider_id = o.id
      and r.status in ('registered', 'suspended', 'withdrawn'))`);
  return row;
}

/**
 * The moment of the last change of all that an answer about an organisation rests on: its own decisions and names, and the names of the
 * bodies that stand behind them. What is known now has been known since then.
 */
async function lastChange(organisationId: string, database: Database = db): Promise<Moment> {
  const [row] = await database.execute<{ moment: string | null }>(sql`
    with bodies as (
      select ${organisationId}::uuid as id
      union select accrediting_body_id from accreditations where organisation_id = ${organisationId} and upper_inf(recorded)
      union select authority_id from decisions where organisation_id = ${organisationId}
    )
    select to_char(greatest(
      (select max(recorded_at) from decisions where organisation_id = ${organisationId}),
      (select max(greatest(lower(n.recorded), upper(n.recorded))) from organisation_names n join bodies b on b.id = n.organisation_id)
    ) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as moment`);
  return row?.moment ?? now().toISOString().replace("Z", "000Z");
}

/** The moment that a question means: the end of a past day, a moment as it stands, and for now that of the last change. */
export async function momentOf(organisationId: string, asKnownOn: Question["asKnownOn"], database: Database = db): Promise<Moment> {
  if (asKnownOn === null) return await lastChange(organisationId, database);
  return asKnownOn.length === 10 ? endOfDay(asKnownOn, country.timeZone) : asKnownOn;
}

type Told<T> = (Omit<T, "valid"> & { valid: string })[] | null;
type Rows = {
  names: Told<{ name: Texts; valid: Period }>;
  registrations: Told<RegistrationRow>;
  accreditations: Told<AccreditationRow>;
  restrictions: Told<RestrictionRow>;
};

const scope = sql.raw(`key, eqf_levels as "eqfLevels", fields, settings, offering_id as "offeringId", effect, effect_on as "effectOn"`);
const terms = sql.raw(`jurisdictions, accrediting_body_id as "accreditingBodyId", title, type, standard, standard_label as "standardLabel",
  decision_url as "decisionUrl", report_url as "reportUrl"`);
const told = sql.raw(`valid, decision_id as "decisionId"`);

/**
 * All that the register knew of an organisation at a moment: one question, since each costs its way to the database, and as json, which takes
 * Postgres a tenth of what jsonb does (1 in place of 11 ms for 140 rows).
 */
export async function readFacts(organisationId: string, moment: Moment, database: Database = db): Promise<RegisterFacts> {
  const known = sql`recorded @> ${moment}::timestamptz`;
  const of = sql`organisation_id = ${organisationId} and ${known}`;
  const [rows] = await database.execute<Rows>(sql`select
    (select json_agg(x) from (select name, valid from organisation_names where ${of} order by lower(valid)) x) as names,
    (select json_agg(x) from (select ${told}, status, authority_id as "authorityId" from registrations
      where provider_id = ${organisationId} and ${known} and status in ('registered', 'suspended', 'withdrawn') order by lower(valid), id) x) as registrations,
    (select json_agg(x) from (select ${told}, ${scope}, ${terms} from accreditations where ${of} order by lower(valid), id) x) as accreditations,
    (select json_agg(x) from (select ${told}, ${scope} from restrictions where ${of} order by lower(valid), id) x) as restrictions`);
  const dated = <T extends { valid: Period }>(list: Told<T> = null) =>
    (list ?? []).map((row) => ({ ...row, valid: fromRange(row.valid) }) as unknown as T);
  return {
    names: dated<{ name: Texts; valid: Period }>(rows?.names).map(({ name, valid }) => ({ name, ...valid })),
    registrations: dated<RegistrationRow>(rows?.registrations),
    accreditations: dated<AccreditationRow>(rows?.accreditations),
    restrictions: dated<RestrictionRow>(rows?.restrictions),
  };
}

type Asked = { organisationId: string; day: Day; moment: Moment };

/** What is to be known beside some rows to tell them; names are those of the day. */
export async function readBehind(told: Omit<RegisterFacts, "names">, asked: Asked, database: Database = db): Promise<Behind> {
  const { registrations, accreditations, restrictions } = told;
  const ids = [...registrations, ...accreditations, ...restrictions].flatMap(({ decisionId }) => decisionId ?? []);
  const decided = await decisionsOf(ids, database);
  const bodies = [
    ...registrations.map(({ authorityId }) => authorityId),
    ...accreditations.map(({ accreditingBodyId }) => accreditingBodyId),
    ...[...decided.values()].map(({ authorityId }) => authorityId),
  ];
  const rows = [
    ...registrations.map((row) => ({ row, thing: { of: "registration" as const, authorityId: row.authorityId } })),
    ...accreditations.map((row) => ({ row, thing: { of: "accreditation" as const, key: row.key } })),
    ...restrictions.map((row) => ({ row, thing: { of: "restriction" as const, key: row.key } })),
  ];
  const cut = rows.filter(({ row, thing }) => !endsAsStated(row, thing, decided.get(row.decisionId ?? "")?.changes ?? []));
  const [organisations, ends] = await Promise.all([namesOf(bodies, asked, database), endsOf(cut, asked, database)]);
  return { decisions: decided, organisations, endedBy: (thing, until) => ends.get(nameOfEnd(thing, until)) ?? null };
}

async function decisionsOf(ids: string[], database: Database): Promise<Map<string, DecisionFacts & { changes: Change[] }>> {
  if (ids.length === 0) return new Map();
  const { id, number, kind, decidedOn, authorityId, documentUrl, statement, reviewOn } = decisions;
  const columns = {
    id,
    number,
    kind,
    decidedOn,
    authorityId,
    documentUrl,
    statement,
    reviewOn,
    changes: sql<Change[]>`${decisions.changes}`,
  };
  const rows = await database
    .select(columns)
    .from(decisions)
    .where(inArray(id, [...new Set(ids)]));
  return new Map(rows.map((row) => [row.id, row]));
}

async function namesOf(ids: string[], { day, moment }: Asked, database: Database): Promise<Behind["organisations"]> {
  if (ids.length === 0) return new Map();
  const rows = await database.execute<{ id: string; slug: string; name: Texts | null }>(sql`
    select o.id, o.slug, ${nameOn(sql`o.id`, day, moment)} as name from organisations o where ${inArray(sql`o.id`, [...new Set(ids)])}`);
  return new Map(rows.map(({ id, slug, name }) => [id, { slug, name: name ?? {} }]));
}

type Cut = { row: { valid: Period }; thing: Thing };

const nameOfEnd = (thing: Thing, until: Day | null) =>
  `${thing.of} ${thing.of === "registration" ? thing.authorityId : thing.key} ${until}`;

/** Which decision ended what its own had stated for longer: the last that says something of the first day after. */
async function endsOf(cut: Cut[], { organisationId, moment }: Asked, database: Database): Promise<Map<string, Ending>> {
  if (cut.length === 0) return new Map();
  const things = cut.map(({ row, thing }) => ({
    name: nameOfEnd(thing, row.valid.until),
    key: null,
    authorityId: null,
    ...thing,
    day: row.valid.until,
  }));
  const rows = await database.execute<Ending & { name: string }>(sql`
    select t.name, e.number::int as number, e.kind, e.decided_on::text as "decidedOn"
    from jsonb_to_recordset(${JSON.stringify(things)}::text::jsonb) as t(name text, "of" text, key text, "authorityId" uuid, day date)
    cross join lateral (
      select d.number, d.kind, d.decided_on from decisions d
      where d.organisation_id = ${organisationId} and d.recorded_at <= ${moment}::timestamptz
        and (t."authorityId" is null or d.authority_id = t."authorityId")
        and d.changes @> jsonb_build_array(jsonb_strip_nulls(jsonb_build_object('of', t.of, 'key', t.key)))
        and exists (select from jsonb_array_elements(d.changes) c
          where c->>'of' = t.of and c->>'key' is not distinct from t.key
            and (c->>'from')::date <= t.day and ((c->>'until')::date > t.day or c->>'until' is null))
      order by d.recorded_at desc limit 1
    ) e`);
  return new Map(rows.map(({ name, ...ending }) => [name, ending]));
}

/** The answer to a question as data. The same question about a past day has the same answer for ever. */
export async function answerQuestion(
  organisation: RegisteredOrganisation,
  question: Question,
  database: Database = db,
): Promise<AnswerDocument> {
  const moment = await momentOf(organisation.id, question.asKnownOn, database);
  if (question.asKnownOn !== null) await settled(organisation.id, moment, database);
  const facts = await readFacts(organisation.id, moment, database);
  const answer = answerTo(question, facts);
  const behind = await readBehind(answer.basis, { organisationId: organisation.id, day: question.validOn, moment }, database);
  const provider = { ...organisation, name: nameOf(facts.names, question.validOn) };
  return toAnswerDocument({ register: env.SITE_URL, question, provider, asKnownAt: moment, answer, behind });
}

/** In milliseconds; no decision takes so long to write. */
const underWay = 5 * 60_000;

/**
 * A decision that is being written is known from the moment at which it took hold of its organisation, and can be read only a little later. Whoever asks for a
 * moment just past waits until none is under way: the answer would be another one afterwards.
 */
async function settled(organisationId: string, moment: Moment, database: Database): Promise<void> {
  if (now().getTime() - toDate(moment).getTime() > underWay) return;
  await database.execute(sql`select from organisations where id = ${organisationId} for share`);
}
