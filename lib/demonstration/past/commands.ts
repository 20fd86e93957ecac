import type { Transaction } from "@/db";
import { recognitionPolicies } from "@/db/schema";
import type { Actor } from "@/lib/auth/permissions";
import { addDays, toRange } from "@/lib/days/days";
import { type NewDecision, recordDecision } from "@/lib/decisions/commands";
import type { AccreditationTerms } from "@/lib/decisions/decision";
import { officeHours } from "@/lib/demonstration/edition";
import type { DemonstrationAccreditation, DemonstrationOrganisation } from "@/lib/demonstration/input";
import { recordEvents } from "@/lib/events/commands";

/** The ids of all organisations of the demonstration, by slug. */
export type Ids = Map<string, string>;

/** Writes what the register decided on an organisation in the past, and what that organisation published of its own policy. */
export async function writePast(tx: Transaction, actor: Actor, one: DemonstrationOrganisation, ids: Ids): Promise<void> {
  const decided = [
    ...one.registration.map((step) => registering(one, step, ids)),
    ...one.accreditations.map((given) => accrediting(one, given, ids)),
  ];
  const inOrder = decided.sort((a, b) => a.decidedOn.localeCompare(b.decidedOn));
  for (const decision of inOrder) await recordDecision(tx, actor, decision, new Date(officeHours(decision.decidedOn)));
  await publishPolicy(tx, actor, one, ids);
}

const kinds = { registered: "register", suspended: "suspend", withdrawn: "withdraw" } as const;

function registering(one: DemonstrationOrganisation, step: DemonstrationOrganisation["registration"][number], ids: Ids): NewDecision {
  return {
    kind: kinds[step.status],
    authorityId: required(ids, step.authority),
    organisationId: required(ids, one.slug),
    decidedOn: step.from,
    effectiveFrom: step.from,
    statement: step.reason,
    changes: [{ of: "registration", from: step.from, until: null, holds: { status: step.status } }],
  };
}

function accrediting(one: DemonstrationOrganisation, given: DemonstrationAccreditation, ids: Ids): NewDecision {
  const authority = one.registration[0]?.authority;
  if (!authority) throw new Error(`${one.slug} is accredited but nowhere registered`);
  const holds: AccreditationTerms = {
    accreditingBodyId: required(ids, given.body),
    title: given.title,
    type: given.type,
    standard: given.standard,
    standardLabel: given.standardLabel,
    eqfLevels: given.scope.eqf ?? null,
    fields: given.scope.fields ?? null,
    settings: given.scope.settings ?? null,
    jurisdictions: given.scope.jurisdictions ?? null,
    offeringId: null,
    effect: given.effect,
    effectOn: given.effectFrom ?? given.effectUntil ?? null,
    decisionUrl: given.decision ?? null,
    reportUrl: given.report ?? null,
  };
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
