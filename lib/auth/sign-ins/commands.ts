import { and, eq, gt, ne, sql } from "drizzle-orm";
import { db } from "@/db";
import { type MemberRole, memberships, people, personAccounts, signInLinks, signIns } from "@/db/schema";
import { type Actor, personIdOf } from "@/lib/auth/permissions";
import { hashOf } from "@/lib/auth/secret";
import { recordEvents } from "@/lib/events/commands";
import { ok, type Result, refuse } from "@/lib/result";

/** What is known of somebody who proves an address or an account for the first time. */
export type NewPerson = { email: string; name: string; locale: string; isVerified: boolean };

/** The person of an address: found, or made. Two first visits at once make one person. */
export async function keepPerson({ email, name, locale, isVerified }: NewPerson) {
  return await db.transaction(async (tx) => {
    const verifiedAt = isVerified ? sql`now()` : null;
    const [made] = await tx
      .insert(people)
      .values({ email: email.toLowerCase(), name, locale, emailVerifiedAt: verifiedAt })
      .onConflictDoNothing()
      .returning();
    if (made) {
      await recordEvents(tx, { id: `person:${made.id}`, role: "person", organisationId: null }, [
        { type: "person.joined", subject: "person", subjectId: made.id },
      ]);
      return made;
    }
    const [known] = await tx.select().from(people).where(eq(people.email, email.toLowerCase()));
    if (!known) throw new Error("A person was neither made nor found");
    return known;
  });
}

export async function verifyEmail(personId: string): Promise<void> {
  await db
    .update(people)
    .set({ emailVerifiedAt: sql`coalesce(${people.emailVerifiedAt}, now())` })
    .where(eq(people.id, personId));
}

export async function linkAccount(personId: string, provider: string, accountId: string): Promise<void> {
  await db.insert(personAccounts).values({ personId, provider, accountId }).onConflictDoNothing();
}

/** Signs a person in. They act for the organisation for which they last did, else for the first that took them in. */
export async function beginSignIn(personId: string, token: string, expiresAt: Date): Promise<void> {
  await db.transaction(async (tx) => {
    const [last] = await tx.execute<{ organisation_id: string; role: MemberRole }>(sql`
      select m.organisation_id, m.role from memberships m
      left join lateral (select max(s.created_at) as at from sign_ins s where s.person_id = m.person_id and s.organisation_id = m.organisation_id) l on true
      where m.person_id = ${personId} order by l.at desc nulls last, m.created_at limit 1`);
    await tx.delete(signIns).where(and(eq(signIns.personId, personId), sql`${signIns.expiresAt} < now()`));
    await tx.insert(signIns).values({ tokenHash: hashOf(token), personId, organisationId: last?.organisation_id ?? null, expiresAt });
    const as = { role: last?.role ?? ("person" as const), organisationId: last?.organisation_id ?? null };
    await recordEvents(tx, { id: `person:${personId}`, ...as }, [{ type: "person.signed-in", subject: "person", subjectId: personId }]);
  });
}

export async function endSignIn(token: string): Promise<void> {
  await db.delete(signIns).where(eq(signIns.tokenHash, hashOf(token)));
}

/** Signs somebody out on every device; `keep` is the session from which they ask it. */
export async function endOtherSignIns(actor: Actor, keep: string | null): Promise<number> {
  const personId = personIdOf(actor);
  if (!personId) return 0;
  return await db.transaction(async (tx) => {
    const own = eq(signIns.personId, personId);
    const ended = await tx
      .delete(signIns)
      .where(keep ? and(own, ne(signIns.tokenHash, hashOf(keep))) : own)
      .returning({ hash: signIns.tokenHash });
    await recordEvents(tx, actor, [{ type: "person.signed-out", subject: "person", subjectId: personId, after: { ended: ended.length } }]);
    return ended.length;
  });
}

/** Acts for another of one's organisations, in this sign-in alone. */
export async function actFor(actor: Actor, token: string, organisationId: string): Promise<Result<null>> {
  const personId = personIdOf(actor);
  if (!personId) return refuse({ code: "notAllowed" });
  const [member] = await db
    .select({ id: memberships.organisationId })
    .from(memberships)
    .where(and(eq(memberships.personId, personId), eq(memberships.organisationId, organisationId)));
  if (!member) return refuse({ code: "notAllowed" });
  await db
    .update(signIns)
    .set({ organisationId })
    .where(eq(signIns.tokenHash, hashOf(token)));
  return ok(null);
}

export async function keepSignInLink(email: string, tokenHash: string, expiresAt: Date): Promise<void> {
  await db.delete(signInLinks).where(sql`${signInLinks.expiresAt} < now()`);
  await db.insert(signInLinks).values({ email: email.toLowerCase(), tokenHash, expiresAt });
}

/** Uses a link up: of two who come with it, one gets in. */
export async function takeSignInLink(email: string, tokenHash: string): Promise<{ expiresAt: Date } | undefined> {
  const [taken] = await db
    .delete(signInLinks)
    .where(and(eq(signInLinks.email, email.toLowerCase()), eq(signInLinks.tokenHash, tokenHash), gt(signInLinks.expiresAt, sql`now()`)))
    .returning({ expiresAt: signInLinks.expiresAt });
  return taken;
}
