import { eq, inArray } from "drizzle-orm";
import { db } from "@/db";
import { memberships, organisations, people } from "@/db/schema";
import { beginSignIn } from "@/lib/auth/sign-ins/commands";
import { demonstrationDomain, isDemonstration } from "@/lib/demonstration/mode";
import { ok, type Result, refuse } from "@/lib/result";
import type { DemonstrationPerson } from "./input";

/** Gives the demonstration its people. Those who are there already stay as they are. */
export async function loadPeople(all: DemonstrationPerson[]): Promise<void> {
  await db.transaction(async (tx) => {
    for (const { memberships: roles, ...person } of all) {
      const [made] = await tx.insert(people).values(person).onConflictDoNothing().returning({ id: people.id });
      if (!made || Object.keys(roles).length === 0) continue;
      const theirs = await tx
        .select({ id: organisations.id, slug: organisations.slug })
        .from(organisations)
        .where(inArray(organisations.slug, Object.keys(roles)));
      for (const { id, slug } of theirs) {
        const role = roles[slug];
        if (role) await tx.insert(memberships).values({ personId: made.id, organisationId: id, role });
      }
    }
  });
}

/** One click signs in as an invented person, in a demonstration and nowhere else. */
export async function signInAsInvented(personId: string, token: string, expiresAt: Date): Promise<Result<null>> {
  if (!isDemonstration) return refuse({ code: "notAllowed" });
  const [person] = await db.select({ email: people.email, suspendedAt: people.suspendedAt }).from(people).where(eq(people.id, personId));
  if (!person?.email.endsWith(demonstrationDomain) || person.suspendedAt) return refuse({ code: "notAllowed" });
  await beginSignIn(personId, token, expiresAt);
  return ok(null);
}
