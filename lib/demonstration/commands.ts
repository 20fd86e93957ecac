import { and, eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db";
import {
  accreditations,
  decisions,
  events,
  imports,
  organisationIdentifiers,
  organisationNames,
  organisations,
  recognitionPolicies,
  registrations,
} from "@/db/schema";
import type { Actor } from "@/lib/auth/permissions";
import { country, findPlace } from "@/lib/country/country";
import { addDays, type Day, toRange } from "@/lib/days/days";
import { recordEvents } from "@/lib/events/commands";
import type { DemonstrationAccreditation, DemonstrationOrganisation } from "./input";

type Ids = Map<string, string>;

/** What has been loaded: `begun` when the organisations are in, `done` when the catalogues are too. */
export async function demonstrationState(): Promise<"empty" | "begun" | "done" | "other"> {
  const marks = await db.select({ type: events.type }).from(events).where(sql`${events.type} like 'demonstration.%'`);
  if (marks.some(({ type }) => type === "demonstration.done")) return "done";
  if (marks.length > 0) return "begun";
  const [any] = await db.select({ id: organisations.id }).from(organisations).limit(1);
  return any ? "other" : "empty";
}

export async function markDemonstrationDone(actor: Actor): Promise<void> {
  await db
    .insert(events)
    .values({ type: "demonstration.done", subject: "instance", subjectId: crypto.randomUUID(), actor: actor.id, indexedAt: new Date() });
}

/** Registers the invented organisations with their past, all in one transaction. */
export async function loadOrganisations(actor: Actor, all: DemonstrationOrganisation[]): Promise<void> {
  await db.transaction(async (tx) => {
    await tx
      .insert(events)
      .values({ type: "demonstration.begun", subject: "instance", subjectId: crypto.randomUUID(), actor: actor.id, indexedAt: new Date() });
    const ids: Ids = new Map();
    for (const one of all) ids.set(one.slug, await insertOrganisation(tx, one));
    for (const one of all) {
      await register(tx, actor, one, ids);
      for (const accreditation of one.accreditations) await accredit(tx, actor, one, accreditation, ids);
      await publishPolicy(tx, actor, one, ids);
    }
  });
}

async function insertOrganisation(tx: Transaction, one: DemonstrationOrganisation): Promise<string> {
  const place = findPlace(one.address.town);
  const [row] = await tx
    .insert(organisations)
    .values({
      slug: one.slug,
      roles: one.roles,
      providerType: one.type ?? null,
      description: one.description,
      homepage: one.homepage,
      email: one.email,
      phone: one.phone ?? null,
      ...one.address,
      country: country.country,
      nuts: place?.nuts ?? null,
      latitude: place?.latitude ?? null,
      longitude: place?.longitude ?? null,
    })
    .returning({ id: organisations.id });
  if (!row) throw new Error(`${one.slug} was not written`);
  const organisationId = row.id;
  for (const { text, from, until } of one.names) {
    await tx.insert(organisationNames).values({ organisationId, name: text, valid: toRange({ from, until: until && addDays(until, 1) }) });
  }
  for (const { scheme, value } of one.identifiers) {
    await tx
      .insert(organisationIdentifiers)
      .values({ organisationId, scheme, value, valid: toRange({ from: one.names[0]?.from ?? null, until: null }) });
  }
  return organisationId;
}

const kinds = { registered: "register", suspended: "suspend", withdrawn: "withdraw" } as const;

/** Office hours begin at nine: the moment at which the register learnt of something decided on a day. */
const knownAt = (day: Day) => `${day} 09:00:00+01`;

/** Each status follows the one before; the register knew the earlier as open until the later was decided. */
async function register(tx: Transaction, actor: Actor, one: DemonstrationOrganisation, ids: Ids): Promise<void> {
  const providerId = required(ids, one.slug);
  for (const [position, step] of one.registration.entries()) {
    const authorityId = required(ids, step.authority);
    const decisionId = await decide(tx, {
      kind: kinds[step.status],
      authorityId,
      organisationId: providerId,
      on: step.from,
      statement: step.reason,
    });
    const next = one.registration.slice(position + 1).find(({ authority }) => authority === step.authority);
    const open = { providerId, authorityId, status: step.status, decisionId };
    await tx.insert(registrations).values({
      ...open,
      valid: toRange({ from: step.from, until: null }),
      recorded: `[${knownAt(step.from)},${next ? knownAt(next.from) : ""})`,
    });
    if (next)
      await tx
        .insert(registrations)
        .values({ ...open, valid: toRange({ from: step.from, until: next.from }), recorded: `[${knownAt(next.from)},)` });
    await recordEvents(tx, actor, [
      {
        type: "organisation.registered",
        subject: "organisation",
        subjectId: providerId,
        organisationId: providerId,
        after: { status: step.status, from: step.from },
      },
    ]);
  }
}

async function accredit(
  tx: Transaction,
  actor: Actor,
  one: DemonstrationOrganisation,
  given: DemonstrationAccreditation,
  ids: Ids,
): Promise<void> {
  const organisationId = required(ids, one.slug);
  const authority = one.registration[0]?.authority;
  if (!authority) throw new Error(`${one.slug} is accredited but nowhere registered`);
  const decisionId = await decide(tx, {
    kind: "accredit",
    authorityId: required(ids, authority),
    organisationId,
    on: given.from,
    statement: {},
  });
  await tx.insert(accreditations).values({
    key: given.key,
    organisationId,
    accreditingBodyId: required(ids, given.body),
    title: given.title,
    type: given.type,
    standard: given.standard,
    standardLabel: given.standardLabel,
    eqfLevels: given.scope.eqf ?? null,
    fields: given.scope.fields ?? null,
    settings: given.scope.settings ?? null,
    jurisdictions: given.scope.jurisdictions ?? null,
    effect: given.effect,
    effectOn: given.effectFrom ?? given.effectUntil ?? null,
    valid: toRange({ from: given.from, until: given.until && addDays(given.until, 1) }),
    openEnded: given.openEnded,
    recorded: `[${knownAt(given.from)},)`,
    decisionId,
    decisionUrl: given.decision ?? null,
    reportUrl: given.report ?? null,
  });
  await recordEvents(tx, actor, [
    { type: "organisation.accredited", subject: "organisation", subjectId: organisationId, organisationId, after: given },
  ]);
}

async function publishPolicy(tx: Transaction, actor: Actor, one: DemonstrationOrganisation, ids: Ids): Promise<void> {
  if (!one.recognitionPolicy) return;
  const { text, rules, from, until } = one.recognitionPolicy;
  const organisationId = required(ids, one.slug);
  await tx
    .insert(recognitionPolicies)
    .values({ organisationId, number: 1, text, rules, valid: toRange({ from, until: until && addDays(until, 1) }) });
  await recordEvents(tx, actor, [{ type: "recognition.published", subject: "organisation", subjectId: organisationId, organisationId }]);
}

type NewDecision = {
  kind: (typeof decisions.$inferInsert)["kind"];
  authorityId: string;
  organisationId: string;
  on: Day;
  statement: Record<string, string>;
};

async function decide(tx: Transaction, { on, ...decision }: NewDecision): Promise<string> {
  const [row] = await tx
    .insert(decisions)
    .values({ ...decision, decidedOn: on, effectiveFrom: on, recordedAt: new Date(knownAt(on)) })
    .returning({ id: decisions.id });
  if (!row) throw new Error("A decision was not written");
  return row.id;
}

function required(ids: Ids, slug: string): string {
  const id = ids.get(slug);
  if (!id) throw new Error(`The demonstration names ${slug}, which has no file in demo/providers`);
  return id;
}

/** An authority has checked some of what providers declare, so that "verified" stands beside "declared": every third level and credits. */
export async function verifySome(): Promise<void> {
  await db.execute(sql`
    insert into verifications (offering_id, version_number, field, value, verified_by_id, verified_on, evidence_url)
    select o.id, v.number, f.field::verified_field, case f.field when 'level' then v.eqf::text else v.ects::text end, r.authority_id,
      v.effective_from - 20, a.homepage || '/verifications/' || o.slug || '/' || f.field
    from offerings o
    join versions v on v.id = o.current_version_id
    join lateral (select authority_id from registrations where provider_id = o.provider_id and upper_inf(recorded) limit 1) r on true
    join organisations a on a.id = r.authority_id
    cross join (values ('level'), ('credits')) f(field)
    where hashtext(o.slug) % 3 = 0 and (f.field = 'level' or v.ects is not null)
    on conflict do nothing`);
}

/** The import of a demonstration catalogue, where one was begun. */
export async function findDemonstrationImport(providerSlug: string, fileName: string) {
  const [row] = await db
    .select({ id: imports.id, status: imports.status })
    .from(imports)
    .innerJoin(organisations, eq(organisations.id, imports.providerId))
    .where(and(eq(organisations.slug, providerSlug), eq(imports.fileName, fileName)));
  return row;
}
