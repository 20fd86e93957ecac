import "server-only";
import { and, asc, eq, sql } from "drizzle-orm";
import { type Database, db } from "@/db";
import { organisationNames } from "@/db/schema";
import type { EndingDecision } from "@/lib/accreditations/accreditation";
import { listAccreditations, listRegistrations, listRestrictions } from "@/lib/accreditations/queries";
import { now } from "@/lib/clock";
import { country } from "@/lib/country/country";
import { type Day, fromRange, type Period } from "@/lib/days/days";
import type { Change } from "@/lib/decisions/decision";
import { env } from "@/lib/env";
import { knownAt } from "@/lib/visibility/queries";
import { answerTo } from "./answer";
import { type AnswerDocument, toAnswerDocument } from "./document";
import { endsAsStated, nameOf, type RegisterFacts } from "./facts";
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
      ? sql`o.id in (select organisation_id from organisation_identifiers where scheme = ${scheme} and value = ${value.trim()}
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
    with known as (
      select decision_id, accrediting_body_id as body from accreditations where organisation_id = ${organisationId} and upper_inf(recorded)
      union all select decision_id, authority_id from registrations where provider_id = ${organisationId} and upper_inf(recorded)
      union all select decision_id, null from restrictions where organisation_id = ${organisationId} and upper_inf(recorded)
    ), bodies as (
      select ${organisationId}::uuid as id union select body from known union select d.authority_id from known k join decisions d on d.id = k.decision_id
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

/** All that the register knew of an organisation at a moment; names of others are those of the day. */
export async function readFacts(organisationId: string, day: Day, moment: Moment, database: Database = db): Promise<RegisterFacts> {
  const [names, registrations, accreditations, restrictions] = await Promise.all([
    database
      .select({ name: organisationNames.name, valid: organisationNames.valid })
      .from(organisationNames)
      .where(and(eq(organisationNames.organisationId, organisationId), knownAt(organisationNames.recorded, moment)))
      .orderBy(asc(sql`lower(${organisationNames.valid})`)),
    listRegistrations(organisationId, day, moment, database),
    listAccreditations([organisationId], day, moment, database),
    listRestrictions(organisationId, day, moment, database),
  ]);
  const told = {
    registrations: registrations.filter(({ status }) => isPublic(status)),
    accreditations: accreditations.get(organisationId) ?? [],
    restrictions,
  };
  const ended = await endsOf(organisationId, told, moment, database);
  return {
    names: names.map(({ name, valid }) => ({ name, ...fromRange(valid) })),
    registrations: told.registrations.map(ended("registration")),
    accreditations: told.accreditations.map(ended("accreditation")),
    restrictions: told.restrictions.map(ended("restriction")),
  };
}

const isPublic = (status: string) => ["registered", "suspended", "withdrawn"].includes(status);

type Row = { valid: Period; key?: string; authoritySlug?: string; decision: { id: string; changes: Change[] } | null };
type Told = { registrations: Row[]; accreditations: Row[]; restrictions: Row[] };

/** Which decision ended what its own had stated for longer: the last that said something of the first day after. */
async function endsOf(organisationId: string, told: Told, moment: Moment, database: Database) {
  const things = (["registration", "accreditation", "restriction"] as const).flatMap((of) =>
    told[`${of}s`].flatMap((row) => (endsAsStated(row, isAbout(of, row.key)) ? [] : [endOf(of, row)])),
  );
  const ends = new Map<string, EndingDecision>();
  if (things.length > 0) {
    const rows = await database.execute<EndingDecision & { thing: string }>(sql`
      select t.thing, e.number::int as number, e.kind, e.decided_on::text as "decidedOn"
      from jsonb_to_recordset(${JSON.stringify(things)}::text::jsonb) as t(thing text, "of" text, key text, authority text, day date)
      cross join lateral (
        select d.number, d.kind, d.decided_on from decisions d, jsonb_array_elements(d.changes) c
        where d.organisation_id = ${organisationId} and d.recorded_at <= ${moment}::timestamptz
          and c->>'of' = t.of and c->>'key' is not distinct from t.key
          and (t.authority is null or d.authority_id = (select id from organisations where slug = t.authority))
          and (c->>'from')::date <= t.day and ((c->>'until')::date > t.day or c->>'until' is null)
        order by d.recorded_at desc limit 1
      ) e`);
    for (const { thing, ...decision } of rows) ends.set(thing, decision);
  }
  return (of: Change["of"]) =>
    <R extends Row>(row: R) => ({ ...row, endedBy: ends.get(endOf(of, row).thing) ?? null });
}

/** The end of a row, by a name of its own. A registration is its authority's; what others say of the same provider is another. */
function endOf(of: Change["of"], { key = null, authoritySlug, valid: { until: day } }: Omit<Row, "key"> & { key?: string | null }) {
  const authority = of === "registration" ? (authoritySlug ?? null) : null;
  return { thing: [of, key, authority, day].join(" "), of, key, authority, day };
}

const isAbout = (of: Change["of"], key: string | undefined) => (change: Change) =>
  change.of === of && (change.of === "registration" || change.key === key);

/** The answer to a question as data. The same question about a past day has the same answer for ever. */
export async function answerQuestion(
  organisation: RegisteredOrganisation,
  question: Question,
  database: Database = db,
): Promise<AnswerDocument> {
  const moment = await momentOf(organisation.id, question.asKnownOn, database);
  if (question.asKnownOn !== null) await settled(organisation.id, moment, database);
  const facts = await readFacts(organisation.id, question.validOn, moment, database);
  const provider = { id: organisation.id, slug: organisation.slug, name: nameOf(facts.names, question.validOn) };
  return toAnswerDocument({ register: env.SITE_URL, question, provider, asKnownAt: moment, answer: answerTo(question, facts) });
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
