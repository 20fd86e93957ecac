import { sql } from "drizzle-orm";
import type { Transaction } from "@/db";
import { organisationIdentifiers, organisationNames, recognitionPolicies } from "@/db/schema";
import type { Actor } from "@/lib/auth/permissions";
import { addDays, toRange } from "@/lib/days/days";
import { type NewDecision, recordDecision } from "@/lib/decisions/commands";
import type { AccreditationTerms, Change, FactChange, RestrictionTerms } from "@/lib/decisions/decision";
import { toldFacts } from "@/lib/decisions/facts/told";
import { officeHours } from "@/lib/demonstration/edition";
import type { DemonstrationAccreditation, DemonstrationDecision, DemonstrationOrganisation } from "@/lib/demonstration/input";
import { recordEvents } from "@/lib/events/commands";

/** The ids of all organisations of the demonstration, by slug. */
export type Ids = Map<string, string>;

/** What it is called and how others number it, as far as it was known when it came into the register. What that learnt later is a decision. */
function factsAtFirst({ names, identifiers }: DemonstrationOrganisation): FactChange[] {
  return toldFacts({
    names: names.flatMap(({ text, from, until, known }, place) => {
      // Until the next name is known, nobody knows that this one ends.
      const last = names[place + 1]?.known === undefined ? until : null;
      return known === undefined ? [{ name: text, from, until: last && addDays(last, 1) }] : [];
    }),
    identifiers: identifiers.map((one) => ({ ...one, from: names[0]?.from ?? null, until: null })),
  });
}

/** The same of an organisation that nobody registers, such as an authority: written without a decision. */
export async function writeNames(tx: Transaction, one: DemonstrationOrganisation, organisationId: string): Promise<void> {
  if (one.registration.length > 0) return;
  const first = one.names[0]?.from ?? null;
  const recorded = sql`tstzrange(${first && officeHours(first)}::timestamptz, null)` as never;
  for (const change of factsAtFirst(one)) {
    const row = { organisationId, valid: toRange(change), recorded };
    if (change.of === "name" && change.holds) await tx.insert(organisationNames).values({ ...row, ...change.holds });
    if (change.of === "identifier" && change.holds) await tx.insert(organisationIdentifiers).values({ ...row, ...change.holds });
  }
}

/** Writes what the register decided on an organisation in the past, and what that organisation published of its own policy. */
export async function writePast(tx: Transaction, actor: Actor, one: DemonstrationOrganisation, ids: Ids): Promise<void> {
  const decided: Step[] = [
    ...one.registration.map((step, place) => ({ decision: registering(one, step, ids, place === 0 ? factsAtFirst(one) : []) })),
    ...one.accreditations.map((given) => ({ decision: accrediting(one, given, ids) })),
    ...one.names.flatMap((name) => naming(one, name, ids)),
    ...one.decisions.map((given) => ({ decision: deciding(one, given, ids), name: given.name, supersedes: given.supersedes })),
  ];
  const inOrder = decided.sort((a, b) => a.decision.decidedOn.localeCompare(b.decision.decidedOn));
  const named = new Map<string, string>();
  for (const { decision, name, supersedes } of inOrder) {
    const supersedesId = supersedes === undefined ? null : required(named, supersedes);
    const { id } = await recordDecision(tx, actor, { ...decision, supersedesId }, new Date(officeHours(decision.decidedOn)));
    if (name) named.set(name, id);
  }
  await publishPolicy(tx, actor, one, ids);
}

type Step = { decision: NewDecision; name?: string | undefined; supersedes?: string | undefined };

const kinds = { registered: "register", suspended: "suspend", withdrawn: "withdraw" } as const;

function registering(
  one: DemonstrationOrganisation,
  step: DemonstrationOrganisation["registration"][number],
  ids: Ids,
  facts: FactChange[],
): NewDecision {
  return {
    kind: kinds[step.status],
    authorityId: required(ids, step.authority),
    organisationId: required(ids, one.slug),
    decidedOn: step.from,
    effectiveFrom: step.from,
    statement: step.reason,
    changes: [{ of: "registration", from: step.from, until: null, holds: { status: step.status } }, ...facts],
  };
}

function accrediting(one: DemonstrationOrganisation, given: DemonstrationAccreditation, ids: Ids): NewDecision {
  const authority = one.registration[0]?.authority;
  if (!authority) throw new Error(`${one.slug} is accredited but nowhere registered`);
  const holds = termsOf(given, ids);
  const until = given.until && addDays(given.until, 1);
  return {
    kind: "accredit",
    authorityId: required(ids, authority),
    organisationId: required(ids, one.slug),
    decidedOn: given.from,
    effectiveFrom: given.from,
    changes: [{ of: "accreditation", key: given.key, from: given.from, until, holds }],
  };
}

function termsOf(given: DemonstrationAccreditation, ids: Ids): AccreditationTerms {
  return {
    accreditingBodyId: required(ids, given.body),
    title: given.title,
    type: given.type,
    standard: given.standard,
    standardLabel: given.standardLabel,
    ...scopeOf(given.scope),
    jurisdictions: given.scope.jurisdictions ?? null,
    effect: given.effect,
    effectOn: given.effectFrom ?? given.effectUntil ?? null,
    decisionUrl: given.decision ?? null,
    reportUrl: given.report ?? null,
  };
}

function scopeOf({ eqf, fields, settings }: DemonstrationAccreditation["scope"]) {
  return { eqfLevels: eqf ?? null, fields: fields ?? null, settings: settings ?? null, offeringId: null };
}

/** A name that the register learnt only once the organisation was in it. */
function naming(
  one: DemonstrationOrganisation,
  { text, from, until, known }: DemonstrationOrganisation["names"][number],
  ids: Ids,
): Step[] {
  const authority = one.registration[0]?.authority;
  if (known === undefined) return [];
  if (!authority) throw new Error(`${one.slug} has a new name but is nowhere registered`);
  const decision: NewDecision = {
    kind: "record",
    authorityId: required(ids, authority),
    organisationId: required(ids, one.slug),
    decidedOn: known,
    effectiveFrom: from,
    changes: [{ of: "name", from, until: until && addDays(until, 1), holds: { name: text } }],
  };
  return [{ decision }];
}

/** A later decision: what it says of an accreditation is what was accredited, but for what it says otherwise. */
function deciding(one: DemonstrationOrganisation, given: DemonstrationDecision, ids: Ids): NewDecision {
  const changes = given.changes.map(({ of, key = "", from, until: last, holds, status, scope, effect, effectOn = null }): Change => {
    const until = last && addDays(last, 1);
    if (of === "registration") return { of, from, until, holds: holds ? { status } : null };
    if (of === "restriction") {
      const terms = { ...scopeOf(scope ?? {}), effect: (effect ?? "warning") as RestrictionTerms["effect"], effectOn };
      return { of, key, from, until, holds: holds ? terms : null };
    }
    const accredited = one.accreditations.find((each) => each.key === key);
    if (!accredited) throw new Error(`${one.slug} decides on ${key}, which it has not`);
    const was = termsOf({ ...accredited, scope: scope ?? accredited.scope }, ids);
    const terms = { ...was, effect: (effect ?? was.effect) as AccreditationTerms["effect"], effectOn: effectOn ?? was.effectOn };
    return { of, key, from, until, holds: holds ? terms : null };
  });
  return {
    kind: given.kind,
    authorityId: required(ids, given.authority),
    organisationId: required(ids, one.slug),
    decidedOn: given.decided,
    effectiveFrom: given.from,
    statement: given.statement,
    reasons: given.reasons,
    documentUrl: given.document ?? null,
    reviewOn: given.review ?? null,
    changes,
  };
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

function required(ids: Ids, slug: string): string {
  const id = ids.get(slug);
  if (!id) throw new Error(`The demonstration names ${slug}, which has no file in demo/providers`);
  return id;
}
