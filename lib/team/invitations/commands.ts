import { and, eq, isNull, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db";
import { invitations, memberships, organisations, people } from "@/db/schema";
import { type Actor, may, personIdOf } from "@/lib/auth/permissions";
import { hashOf, newSecret } from "@/lib/auth/secret";
import { dayOf, now, today } from "@/lib/clock";
import { env } from "@/lib/env";
import { recordEvents } from "@/lib/events/commands";
import type { Locale } from "@/lib/i18n/locales";
import { isId } from "@/lib/id";
import { queueMail } from "@/lib/mail/commands";
import { invitationMail } from "@/lib/mail/invitation";
import { nameOn } from "@/lib/providers/names/queries";
import { ok, type Result, refuse } from "@/lib/result";
import { mayKeepTeam } from "@/lib/team/commands";
import type { InviteInput } from "@/lib/team/input";
import { rolesIn } from "@/lib/team/team";

/** An invitation holds this long. */
const days = 14;

const isOpen = and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt));
const untilThen = () => new Date(now().getTime() + days * 24 * 60 * 60 * 1000);

/** The token is told once, to whoever invites; only its hash is kept. */
export type Sent = { id: string; token: string };

/** Invites somebody by their address, to one's own organisation unless told otherwise. Asked twice at once, one invitation is made and the other attempt is told so. */
export async function invite(actor: Actor, input: InviteInput, organisationId = actor.organisationId): Promise<Result<Sent>> {
  if (!mayKeepTeam(actor, organisationId)) return refuse({ code: "notAllowed" });
  return await db.transaction((tx) => inviteWithin(tx, actor, input, organisationId));
}

/** The same in a transaction of whoever calls, who has asked whether the actor may. */
export async function inviteWithin(
  tx: Transaction,
  actor: Actor,
  { email, role, locale }: InviteInput,
  organisationId: string,
): Promise<Result<Sent>> {
  const [organisation] = await tx.select({ roles: organisations.roles }).from(organisations).where(eq(organisations.id, organisationId));
  if (!rolesIn(organisation?.roles ?? []).includes(role)) return refuse({ code: "valueNotAccepted", field: "role" });
  const [member] = await tx
    .select({ id: people.id })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(memberships.organisationId, organisationId), eq(people.email, email)));
  if (member) return refuse({ code: "alreadyMember", field: "email" });

  const token = newSecret();
  const [made] = await tx
    .insert(invitations)
    .values({ organisationId, email, role, tokenHash: hashOf(token), invitedById: personIdOf(actor), expiresAt: untilThen() })
    .onConflictDoNothing()
    .returning({ id: invitations.id });
  if (!made) return refuse({ code: "alreadyInvited", field: "email" });
  await recordEvents(tx, actor, [{ type: "invitation.sent", subject: "invitation", subjectId: made.id, organisationId, after: { role } }]);
  await post(tx, made.id, token, locale);
  return ok({ id: made.id, token });
}

/** Sends an invitation again, with a new link; the one that was sent before no longer works. */
export async function inviteAgain(actor: Actor, id: string, locale: Locale): Promise<Result<Sent>> {
  const { organisationId } = actor;
  if (!organisationId || !may(actor, "team.manage", { organisationId })) return refuse({ code: "notAllowed" });
  if (!isId(id)) return refuse({ code: "invitationUnknown" });
  return await db.transaction(async (tx) => {
    const token = newSecret();
    const [found] = await tx
      .update(invitations)
      .set({ tokenHash: hashOf(token), invitedById: personIdOf(actor), expiresAt: untilThen() })
      .where(and(eq(invitations.id, id), eq(invitations.organisationId, organisationId), isOpen))
      .returning({ id: invitations.id });
    if (!found) return refuse({ code: "invitationUnknown" });
    await recordEvents(tx, actor, [{ type: "invitation.sent", subject: "invitation", subjectId: id, organisationId }]);
    await post(tx, id, token, locale);
    return ok({ id, token });
  });
}

/** Takes an invitation back: its link no longer works. */
export async function revokeInvitation(actor: Actor, id: string): Promise<Result<null>> {
  const { organisationId } = actor;
  if (!organisationId || !may(actor, "team.manage", { organisationId })) return refuse({ code: "notAllowed" });
  if (!isId(id)) return refuse({ code: "invitationUnknown" });
  return await db.transaction(async (tx) => {
    const [found] = await tx
      .update(invitations)
      .set({ revokedAt: now() })
      .where(and(eq(invitations.id, id), eq(invitations.organisationId, organisationId), isOpen))
      .returning({ id: invitations.id });
    if (!found) return refuse({ code: "invitationUnknown" });
    await recordEvents(tx, actor, [{ type: "invitation.revoked", subject: "invitation", subjectId: id, organisationId }]);
    return ok(null);
  });
}

/** Joins by a link. Only the address that was invited may: a link that went astray lets nobody in. */
export async function acceptInvitation(actor: Actor, token: string): Promise<Result<{ organisationId: string }>> {
  const personId = personIdOf(actor);
  if (!personId || !may(actor, "account.keep", { personId })) return refuse({ code: "notAllowed" });
  return await db.transaction(async (tx) => {
    const [invitation] = await tx
      .select()
      .from(invitations)
      .where(eq(invitations.tokenHash, hashOf(token)))
      .for("update");
    const [person] = await tx.select({ email: people.email }).from(people).where(eq(people.id, personId));
    if (!invitation || invitation.revokedAt) return refuse({ code: "invitationUnknown" });
    if (person?.email !== invitation.email) return refuse({ code: "invitedOtherAddress" });
    const { id, organisationId, role } = invitation;
    // A second click finds that they are in already.
    if (invitation.acceptedAt) return ok({ organisationId });
    if (invitation.expiresAt <= now()) return refuse({ code: "invitationOver" });

    await tx.update(invitations).set({ acceptedAt: now() }).where(eq(invitations.id, id));
    await tx.insert(memberships).values({ personId, organisationId, role }).onConflictDoNothing();
    await recordEvents(tx, actor, [
      { type: "invitation.accepted", subject: "invitation", subjectId: id, organisationId },
      { type: "member.joined", subject: "person", subjectId: personId, organisationId, after: { role } },
    ]);
    return ok({ organisationId });
  });
}

async function post(tx: Transaction, id: string, token: string, locale: Locale): Promise<void> {
  const [row] = await tx
    .select({
      to: invitations.email,
      role: invitations.role,
      expiresAt: invitations.expiresAt,
      by: sql<string>`coalesce(nullif(${people.name}, ''), ${people.email}, '')`,
      organisation: nameOn(invitations.organisationId, today()),
    })
    .from(invitations)
    .leftJoin(people, eq(people.id, invitations.invitedById))
    .where(eq(invitations.id, id));
  if (!row) throw new Error("An invitation was not written");
  const { expiresAt, ...rest } = row;
  await queueMail(tx, invitationMail({ ...rest, url: invitationUrl(token, locale), until: dayOf(expiresAt), locale }));
}

/** Where an invitation is taken up. */
export function invitationUrl(token: string, locale: string): string {
  return `${env.SITE_URL}/${locale}/invitation?token=${token}`;
}
