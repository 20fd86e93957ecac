import { db } from "@/db";
import { type MemberRole, memberships, people } from "@/db/schema";
import type { Actor } from "@/lib/auth/permissions";

let made = 0;

/** Somebody with an account who belongs nowhere yet. */
export async function aPerson(email = `person-${++made}@example.org`): Promise<Actor & { personId: string; email: string }> {
  const [row] = await db
    .insert(people)
    .values({ email, name: email.split("@")[0], locale: "en" })
    .returning({ id: people.id });
  if (!row) throw new Error("Nobody was written");
  return { id: `person:${row.id}`, role: "person", organisationId: null, personId: row.id, email };
}

/** Somebody who acts for an organisation. */
export async function aMember(organisationId: string, role: MemberRole, email?: string) {
  const person = await aPerson(email);
  await db.insert(memberships).values({ personId: person.personId, organisationId, role });
  return { ...person, role, organisationId };
}
