import type { Transaction } from "@/db";
import { accreditations, decisions, recognitionPolicies, registrations } from "@/db/schema";
import type { Actor } from "@/lib/auth/permissions";
import { addDays, type Day, toRange } from "@/lib/days/days";
import { officeHours } from "@/lib/demonstration/edition";
import type { DemonstrationAccreditation, DemonstrationOrganisation } from "@/lib/demonstration/input";
import { recordEvents } from "@/lib/events/commands";

/** The ids of all organisations of the demonstration, by slug. */
export type Ids = Map<string, string>;

/** Writes what the register decided on an organisation in the past, and what that organisation published of its own policy. */
export async function writePast(tx: Transaction, actor: Actor, one: DemonstrationOrganisation, ids: Ids): Promise<void> {
  await register(tx, actor, one, ids);
  for (const accreditation of one.accreditations) await accredit(tx, actor, one, accreditation, ids);
  await publishPolicy(tx, actor, one, ids);
}

const kinds = { registered: "register", suspended: "suspend", withdrawn: "withdraw" } as const;

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
      recorded: `[${officeHours(step.from)},${next ? officeHours(next.from) : ""})`,
    });
    if (next)
      await tx
        .insert(registrations)
        .values({ ...open, valid: toRange({ from: step.from, until: next.from }), recorded: `[${officeHours(next.from)},)` });
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
    recorded: `[${officeHours(given.from)},)`,
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
    .values({ ...decision, decidedOn: on, effectiveFrom: on, recordedAt: new Date(officeHours(on)) })
    .returning({ id: decisions.id });
  if (!row) throw new Error("A decision was not written");
  return row.id;
}

function required(ids: Ids, slug: string): string {
  const id = ids.get(slug);
  if (!id) throw new Error(`The demonstration names ${slug}, which has no file in demo/providers`);
  return id;
}
