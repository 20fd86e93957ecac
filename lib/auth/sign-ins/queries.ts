import "server-only";
import { and, eq, gt, isNull, notLike, sql } from "drizzle-orm";
import { db } from "@/db";
import { type MemberRole, memberships, organisations, people, personAccounts, signIns, type Texts } from "@/db/schema";
import { hashOf } from "@/lib/auth/secret";
import { today } from "@/lib/clock";
import { demonstrationDomain, isDemonstration } from "@/lib/demonstration/mode";
import { hasEndedBy } from "@/lib/guidance/services/queries";
import { nameOn } from "@/lib/providers/names/queries";

export type Member = {
  organisationId: string;
  slug: string;
  name: Texts;
  role: MemberRole;
  roles: string[];
};

/** Somebody who is signed in, the organisations they belong to, and the one for which they act here. */
export type SignedIn = {
  personId: string;
  email: string;
  name: string;
  locale: string;
  members: Member[];
  acting: Member | null;
  /** Notices that they have not read. */
  unread: number;
};

/**
 * A session that counts. That of a suspended account does not, from the very next request; that of an invented person only while the
 * demonstration is on: anybody could have begun it by one click.
 */
const counts = (token: string) =>
  and(
    eq(signIns.tokenHash, hashOf(token)),
    gt(signIns.expiresAt, sql`now()`),
    isNull(people.suspendedAt),
    isDemonstration ? undefined : notLike(people.email, `%${demonstrationDomain}`),
  );

/** Whose session a token is. */
export async function findSignedIn(token: string): Promise<SignedIn | undefined> {
  const [row] = await db
    .select({
      personId: people.id,
      email: people.email,
      name: people.name,
      locale: people.locale,
      organisationId: signIns.organisationId,
      unread: sql<number>`(select count(*)::int from notices n where n.person_id = ${people.id} and n.read_at is null)`,
    })
    .from(signIns)
    .innerJoin(people, eq(people.id, signIns.personId))
    .where(counts(token));
  if (!row) return undefined;
  const members = await listMembershipsOf(row.personId);
  const { organisationId, ...person } = row;
  // Somebody who was taken out of an organisation acts for another of theirs, or for none.
  return { ...person, members, acting: members.find((member) => member.organisationId === organisationId) ?? members[0] ?? null };
}

export async function listMembershipsOf(personId: string): Promise<Member[]> {
  return await db
    .select({
      organisationId: organisations.id,
      slug: organisations.slug,
      name: nameOn(organisations.id, today()),
      role: memberships.role,
      roles: sql<string[]>`${organisations.roles}::text[]`,
    })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(and(eq(memberships.personId, personId), sql`not ${hasEndedBy(today())}`))
    .orderBy(memberships.createdAt, organisations.slug);
}

export async function findPersonByEmail(email: string) {
  const [row] = await db.select().from(people).where(eq(people.email, email.toLowerCase()));
  return row;
}

export async function findPerson(id: string) {
  const [row] = await db.select().from(people).where(eq(people.id, id));
  return row;
}

export async function findPersonByAccount(provider: string, accountId: string) {
  const [row] = await db
    .select({ person: people })
    .from(personAccounts)
    .innerJoin(people, eq(people.id, personAccounts.personId))
    .where(and(eq(personAccounts.provider, provider), eq(personAccounts.accountId, accountId)));
  return row?.person;
}

/** The person of a session as next-auth asks for it: with the day on which it ends. */
export async function findSignIn(token: string) {
  const [row] = await db
    .select({ person: people, expiresAt: signIns.expiresAt })
    .from(signIns)
    .innerJoin(people, eq(people.id, signIns.personId))
    .where(counts(token));
  return row;
}
