import { eq, sql } from "drizzle-orm";
import { db } from "@/db";
import { auditCases, auditDeclarations, memberships, organisationConflicts, people } from "@/db/schema";
import { recordAct, withAudit } from "@/lib/audits/acts/commands";
import { opened, turnOf } from "@/lib/audits/audit";
import { findOfferingOf } from "@/lib/audits/findings/queries";
import { nameIn } from "@/lib/audits/named";
import { readStandards, standardsOf } from "@/lib/audits/plans/input";
import { type Actor, may, personIdOf } from "@/lib/auth/permissions";
import { now, today } from "@/lib/clock";
import { findCriteriaInForce, shippedCriteria } from "@/lib/criteria/queries";
import { findOverseen, findWhyNot } from "@/lib/decisions/queries";
import { recordEvents } from "@/lib/events/commands";
import { isId } from "@/lib/id";
import { ok, type Result, refuse } from "@/lib/result";

export type Cause = { provider: string; offering: string; cause: string; standards: string };

/**
 * Opens an audit without a plan, for a cause: a report, a flag. By the standards that are stated, else by the criteria in force. `id` is of
 * the form, so that one that comes twice is one audit.
 */
export async function openAudit(
  actor: Actor,
  id: string,
  { provider: named, offering, cause, standards }: Cause,
): Promise<Result<{ number: number }>> {
  return await db.transaction(async (tx): Promise<Result<{ number: number }>> => {
    const provider = await findOverseen(actor, nameIn(named), tx);
    if (!provider) return refuse({ code: "overseenProviderUnknown", field: "provider" });
    const authorityId = provider.authority.id;
    if (!may(actor, "audit.act", { organisationId: authorityId })) return refuse({ code: "notAllowed" });
    const why = await findWhyNot(actor, provider.id, tx);
    if (why) return refuse({ code: why });
    if (!isId(id)) return refuse({ code: "auditUnknown" });
    const free = readStandards(standards);
    if (!free.ok) return free;
    const found = offering === "" ? null : await findOfferingOf(tx, provider.id, offering);
    if (found === undefined) return refuse({ code: "offeringOfProviderMissing", field: "offering" });
    const criteria = free.value.length > 0 ? null : ((await findCriteriaInForce(authorityId, today(), tx))?.content ?? shippedCriteria);
    const by = criteria ? standardsOf(criteria) : free.value;
    const openedOn = today();
    const stands = { stage: "opened", openedOn, ...turnOf(opened(openedOn)) };
    const values = { id, authorityId, organisationId: provider.id, offeringId: found?.id ?? null, cause, standards: by, ...stands };
    const [made] = await tx.insert(auditCases).values(values).onConflictDoNothing().returning({ number: auditCases.number });
    if (!made) {
      const [known] = await tx.select().from(auditCases).where(eq(auditCases.id, id));
      return known?.authorityId === authorityId ? ok({ number: known.number }) : refuse({ code: "auditUnknown" });
    }
    await recordEvents(tx, actor, [
      { type: "audit.opened", subject: "audit", subjectId: id, organisationId: authorityId, after: { cause } },
    ]);
    return ok(made);
  });
}

/** Says whether one is free, before one sees an audit. Said once: what was said first stands. A conflict holds for the organisation. */
export async function declareForAudit(actor: Actor, number: number, conflict: string | null): Promise<Result<null>> {
  return await db.transaction(async (tx): Promise<Result<null>> => {
    const [audit] = Number.isSafeInteger(number)
      ? await tx.select().from(auditCases).where(eq(auditCases.number, number)).for("update")
      : [];
    const personId = personIdOf(actor);
    if (!audit || !personId || !may(actor, "audit.read", { organisationId: audit.authorityId })) return refuse({ code: "auditUnknown" });
    const why = await findWhyNot(actor, audit.organisationId, tx);
    if (why) return refuse({ code: why });
    const said =
      conflict === null
        ? await tx
            .insert(auditDeclarations)
            .values({ personId, caseId: audit.id, declaredAt: now() })
            .onConflictDoNothing()
            .returning({ personId: auditDeclarations.personId })
        : await tx
            .insert(organisationConflicts)
            .values({ personId, organisationId: audit.organisationId, reason: conflict, declaredAt: now() })
            .onConflictDoNothing()
            .returning({ personId: organisationConflicts.personId });
    if (said.length === 0) return ok(null);
    const type = conflict === null ? "audit.declared-free" : "conflict.declared";
    await recordEvents(tx, actor, [{ type, subject: "audit", subjectId: audit.id, organisationId: audit.authorityId }]);
    return ok(null);
  });
}

/** An auditor of the authority who is to do it: nobody who belongs to the provider, or said that they are not free. */
export async function assignAuditor(actor: Actor, number: number, auditorId: string): Promise<Result<null>> {
  return await withAudit(actor, "audit.act", number, async (held): Promise<Result<null>> => {
    const { tx, audit, state } = held;
    if (state.auditorId === auditorId) return ok(null);
    if (!isId(auditorId)) return refuse({ code: "auditorMissing", field: "auditor" });
    const [known] = await tx
      .select({ id: people.id })
      .from(memberships)
      .innerJoin(people, eq(people.id, memberships.personId))
      .where(sql`${memberships.personId} = ${auditorId}::uuid and ${memberships.organisationId} = ${audit.authorityId}::uuid
        and ${memberships.role} = 'auditor' and ${people.suspendedAt} is null`);
    if (!known) return refuse({ code: "auditorMissing", field: "auditor" });
    const why = await findWhyNot(
      { id: `person:${auditorId}`, role: "auditor", organisationId: audit.authorityId },
      audit.organisationId,
      tx,
    );
    if (why) return refuse({ code: "auditorNotFree", field: "auditor" });
    const done = await recordAct(held, { kind: "assigned", auditorId });
    return done.ok ? ok(null) : done;
  });
}
