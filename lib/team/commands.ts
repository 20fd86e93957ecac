import { and, asc, eq, isNotNull } from "drizzle-orm";
import { db, type Transaction } from "@/db";
import { type MemberRole, memberships, organisations, people } from "@/db/schema";
import { type Actor, may, personIdOf } from "@/lib/auth/permissions";
import { recordEvents } from "@/lib/events/commands";
import { tellOfMembership } from "@/lib/mail/account/commands";
import { ok, type Result, refuse } from "@/lib/result";
import { type MemberFact, problemWithChange, rolesIn } from "./team";

/**
 * The team, held until the end of the transaction: of two managers who leave at the same time the second waits here, and finds that
 * they are the last. Who is suspended is asked once the team is held: what was decided while one waited counts.
 */
export async function holdTeam(tx: Transaction, organisationId: string): Promise<MemberFact[]> {
  const team = await tx
    .select({ personId: memberships.personId, role: memberships.role })
    .from(memberships)
    .where(eq(memberships.organisationId, organisationId))
    .orderBy(asc(memberships.personId))
    .for("update");
  const suspended = await tx
    .select({ id: people.id })
    .from(people)
    .innerJoin(memberships, eq(memberships.personId, people.id))
    .where(and(eq(memberships.organisationId, organisationId), isNotNull(people.suspendedAt)));
  return team.map((member) => ({ ...member, isSuspended: suspended.some(({ id }) => id === member.personId) }));
}

/** Whoever leads a team keeps it, and the keeper of the instance keeps every one: a provider's last manager may be gone. */
export function mayKeepTeam(actor: Actor, organisationId: string | null): organisationId is string {
  if (organisationId === null) return false;
  return may(actor, "team.manage", { organisationId }) || may(actor, "instance.manage", { organisationId: actor.organisationId });
}

/** Gives a member of an organisation, one's own unless told otherwise, another role. */
export async function changeRole(
  actor: Actor,
  personId: string,
  role: MemberRole,
  organisationId = actor.organisationId,
): Promise<Result<null>> {
  if (!mayKeepTeam(actor, organisationId)) return refuse({ code: "notAllowed" });
  return await db.transaction(async (tx) => {
    const [organisation] = await tx.select({ roles: organisations.roles }).from(organisations).where(eq(organisations.id, organisationId));
    if (!rolesIn(organisation?.roles ?? []).includes(role)) return refuse({ code: "valueNotAccepted", field: "role" });
    const team = await holdTeam(tx, organisationId);
    const problem = problemWithChange(team, personId, role);
    if (problem) return refuse({ code: problem, field: "role" });
    const before = team.find((member) => member.personId === personId)?.role;
    if (before === role) return ok(null);
    await tx.update(memberships).set({ role }).where(ofMember(organisationId, personId));
    await recordEvents(tx, actor, [
      { type: "member.changed", subject: "person", subjectId: personId, organisationId, before: { role: before }, after: { role } },
    ]);
    if (personId !== personIdOf(actor)) await tellOfMembership(tx, { personId, organisationId, role });
    return ok(null);
  });
}

/** Takes somebody out of an organisation, one's own unless told otherwise. They act for it no longer from their next request on. */
export async function takeOut(actor: Actor, personId: string, organisationId = actor.organisationId): Promise<Result<null>> {
  if (!mayKeepTeam(actor, organisationId)) return refuse({ code: "notAllowed" });
  return await endMembership(actor, organisationId, personId, "member.removed");
}

/** Leaves the organisation for which one acts. */
export async function leaveTeam(actor: Actor): Promise<Result<null>> {
  const { organisationId } = actor;
  const personId = personIdOf(actor);
  if (!organisationId || !personId || !may(actor, "team.leave", { organisationId })) return refuse({ code: "notAllowed" });
  return await endMembership(actor, organisationId, personId, "member.left");
}

async function endMembership(actor: Actor, organisationId: string, personId: string, type: "member.left" | "member.removed") {
  return await db.transaction(async (tx): Promise<Result<null>> => {
    const team = await holdTeam(tx, organisationId);
    const problem = problemWithChange(team, personId, null);
    if (problem) return refuse({ code: problem });
    const before = team.find((member) => member.personId === personId)?.role;
    await tx.delete(memberships).where(ofMember(organisationId, personId));
    await recordEvents(tx, actor, [{ type, subject: "person", subjectId: personId, organisationId, before: { role: before } }]);
    if (personId !== personIdOf(actor)) await tellOfMembership(tx, { personId, organisationId, role: null });
    return ok(null);
  });
}

function ofMember(organisationId: string, personId: string) {
  return and(eq(memberships.organisationId, organisationId), eq(memberships.personId, personId));
}
