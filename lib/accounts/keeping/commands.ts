import { eq } from "drizzle-orm";
import { db, type Transaction } from "@/db";
import { memberships, organisations, people, signIns } from "@/db/schema";
import { mayKeepAccount } from "@/lib/accounts/account";
import { type Actor, may, personIdOf } from "@/lib/auth/permissions";
import { findOversight } from "@/lib/authorities/queries";
import { now } from "@/lib/clock";
import { country } from "@/lib/country/country";
import { recordEvents } from "@/lib/events/commands";
import { isId } from "@/lib/id";
import { tellOfAccount } from "@/lib/mail/account/commands";
import { ok, type Result, refuse } from "@/lib/result";
import { holdTeam } from "@/lib/team/commands";
import { problemWithChange } from "@/lib/team/team";

/** An account as it is while the transaction holds it. */
type Held = { id: string; suspendedAt: Date | null };

/**
 * Closes an account at once: no session of it holds any longer, and none begins. The last administrator of the keeper's is not closed:
 * nobody could open it again.
 */
export async function suspendAccount(actor: Actor, personId: string, reason: string): Promise<Result<null>> {
  return await withAccount(actor, personId, async (tx, { id, suspendedAt }, keeperTeam) => {
    if (suspendedAt) return ok(null);
    if (problemWithChange(keeperTeam, id, null) === "lastManager") return refuse({ code: "lastAdministrator" });
    await tx.update(people).set({ suspendedAt: now() }).where(eq(people.id, id));
    await tx.delete(signIns).where(eq(signIns.personId, id));
    await recordEvents(tx, actor, [{ type: "person.suspended", subject: "person", subjectId: id, after: { reason } }]);
    await tellOfAccount(tx, id, { what: "suspended", reason });
    return ok(null);
  });
}

/** Opens a suspended account again. */
export async function readmitAccount(actor: Actor, personId: string): Promise<Result<null>> {
  return await withAccount(actor, personId, async (tx, { id, suspendedAt }) => {
    if (!suspendedAt) return ok(null);
    await tx.update(people).set({ suspendedAt: null }).where(eq(people.id, id));
    await recordEvents(tx, actor, [{ type: "person.readmitted", subject: "person", subjectId: id }]);
    await tellOfAccount(tx, id, { what: "readmitted" });
    return ok(null);
  });
}

/** Ends every sign-in of somebody: a device was lost, a session was left open. They can sign in again. */
export async function signOutAccount(actor: Actor, personId: string): Promise<Result<null>> {
  return await withAccount(actor, personId, async (tx, { id }) => {
    const ended = await tx.delete(signIns).where(eq(signIns.personId, id)).returning({ hash: signIns.tokenHash });
    if (ended.length === 0) return ok(null);
    await recordEvents(tx, actor, [{ type: "person.signed-out", subject: "person", subjectId: id, after: { ended: ended.length } }]);
    await tellOfAccount(tx, id, { what: "signedOut" });
    return ok(null);
  });
}

type Work = (tx: Transaction, held: Held, keeperTeam: Awaited<ReturnType<typeof holdTeam>>) => Promise<Result<null>>;

/**
 * Holds an account, and the team of the keeper before it: two administrators who suspend each other at the same time wait for one another,
 * and the second finds that they would be the last. Whom one does not oversee is not there.
 */
async function withAccount(actor: Actor, personId: string, work: Work): Promise<Result<null>> {
  const own = { organisationId: actor.organisationId };
  if (!may(actor, "account.manage", own)) return refuse({ code: "notAllowed" });
  if (!isId(personId)) return refuse({ code: "accountUnknown" });
  if (personIdOf(actor) === personId) return refuse({ code: "ownAccount" });
  return await db.transaction(async (tx) => {
    const [keeper] = await tx.select({ id: organisations.id }).from(organisations).where(eq(organisations.slug, country.keeper));
    const team = keeper ? await holdTeam(tx, keeper.id) : [];
    const [held] = await tx
      .select({ id: people.id, suspendedAt: people.suspendedAt })
      .from(people)
      .where(eq(people.id, personId))
      .for("update");
    const acts = await tx.select({ id: memberships.organisationId }).from(memberships).where(eq(memberships.personId, personId));
    const oversight =
      actor.role === "system" ? { authorityId: "", organisations: [], all: true } : await findOversight(actor, "account.manage", tx);
    const overseen = oversight && (oversight.all || acts.some(({ id }) => oversight.organisations.includes(id)));
    if (!held || !overseen) return refuse({ code: "accountUnknown" });
    if (
      !mayKeepAccount(
        oversight,
        acts.map(({ id }) => id),
      )
    )
      return refuse({ code: "accountOfOthers" });
    // Who was suspended while one waited acts no more.
    const acting = personIdOf(actor);
    const [self] = acting ? await tx.select({ suspendedAt: people.suspendedAt }).from(people).where(eq(people.id, acting)) : [];
    if (self?.suspendedAt) return refuse({ code: "notAllowed" });
    return await work(tx, held, team);
  });
}
