import "server-only";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db";
import { invitations, type MemberRole, memberships, organisations, people, type Texts } from "@/db/schema";
import { type Actor, may } from "@/lib/auth/permissions";
import { hashOf } from "@/lib/auth/secret";
import { now, today } from "@/lib/clock";
import { nameOn } from "@/lib/providers/names/queries";

export type TeamMember = { personId: string; name: string; email: string; role: MemberRole; since: Date; isSuspended: boolean };

/** Everybody in the organisation that one acts for, those who lead it first. */
export async function listTeam(actor: Actor): Promise<TeamMember[]> {
  const { organisationId } = actor;
  if (!organisationId || !may(actor, "team.read", { organisationId })) return [];
  return await db
    .select({
      personId: people.id,
      name: people.name,
      email: people.email,
      role: memberships.role,
      since: memberships.createdAt,
      isSuspended: sql<boolean>`${people.suspendedAt} is not null`,
    })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(eq(memberships.organisationId, organisationId))
    .orderBy(sql`${memberships.role} in ('manager', 'administrator', 'lead-counsellor') desc`, asc(people.name), asc(people.email));
}

export type OpenInvitation = {
  id: string;
  email: string;
  role: MemberRole;
  invitedBy: string | null;
  createdAt: Date;
  expiresAt: Date;
  isOver: boolean;
};

/** Invitations that were neither taken nor taken back; those that ran out are still there to be sent again. */
export async function listInvitations(actor: Actor): Promise<OpenInvitation[]> {
  const { organisationId } = actor;
  if (!organisationId || !may(actor, "team.manage", { organisationId })) return [];
  return await db
    .select({
      id: invitations.id,
      email: invitations.email,
      role: invitations.role,
      invitedBy: people.name,
      createdAt: invitations.createdAt,
      expiresAt: invitations.expiresAt,
      isOver: sql<boolean>`${invitations.expiresAt} <= ${now().toISOString()}::timestamptz`,
    })
    .from(invitations)
    .leftJoin(people, eq(people.id, invitations.invitedById))
    .where(and(eq(invitations.organisationId, organisationId), isNull(invitations.acceptedAt), isNull(invitations.revokedAt)))
    .orderBy(asc(invitations.createdAt), asc(invitations.email));
}

export type Invited = {
  organisation: Texts;
  email: string;
  role: MemberRole;
  invitedBy: string | null;
  expiresAt: Date;
  state: "open" | "accepted" | "revoked" | "over";
};

/** What a link invites to: whoever holds its token may read it. */
export async function findInvitation(token: string): Promise<Invited | undefined> {
  const [row] = await db
    .select({
      organisation: nameOn(organisations.id, today()),
      email: invitations.email,
      role: invitations.role,
      invitedBy: people.name,
      expiresAt: invitations.expiresAt,
      acceptedAt: invitations.acceptedAt,
      revokedAt: invitations.revokedAt,
    })
    .from(invitations)
    .innerJoin(organisations, eq(organisations.id, invitations.organisationId))
    .leftJoin(people, eq(people.id, invitations.invitedById))
    .where(eq(invitations.tokenHash, hashOf(token)));
  if (!row) return undefined;
  const { acceptedAt, revokedAt, ...rest } = row;
  const state = acceptedAt ? "accepted" : revokedAt ? "revoked" : row.expiresAt <= now() ? "over" : "open";
  return { ...rest, state };
}
