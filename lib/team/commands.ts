import { and, asc, eq } from "drizzle-orm";
import { db, type Transaction } from "@/db";
import { type MemberRole, memberships, organisations } from "@/db/schema";
import { type Actor, may, personIdOf } from "@/lib/auth/permissions";
import { recordEvents } from "@/lib/events/commands";
import { ok, type Result, refuse } from "@/lib/result";
import { problemWithChange, rolesIn } from "./team";

/**
 * The team, held until the end of the transaction: of two managers who leave at the same time the second waits here, and finds that
 * they are the last.
 */
async function holdTeam(tx: Transaction, organisationId: string) {
  return await tx
    .select({ personId: memberships.personId, role: memberships.role })
    .from(memberships)
    .where(eq(memberships.organisationId, organisationId))
    .orderBy(asc(memberships.personId))
    .for("update");
}

/** Gives a member of one's own organisation another role. */
export async function changeRole(actor: Actor, personId: string, role: MemberRole): Promise<Result<null>> {
  const { organisationId } = actor;
  if (!organisationId || !may(actor, "team.manage", { organisationId })) return refuse({ code: "notAllowed" });
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
    return ok(null);
  });
}

/** Takes somebody out of one's own organisation. They act for it no longer from their next request on. */
export async function takeOut(actor: Actor, personId: string): Promise<Result<null>> {
  const { organisationId } = actor;
  if (!organisationId || !may(actor, "team.manage", { organisationId })) return refuse({ code: "notAllowed" });
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
    return ok(null);
  });
}

function ofMember(organisationId: string, personId: string) {
  return and(eq(memberships.organisationId, organisationId), eq(memberships.personId, personId));
}
