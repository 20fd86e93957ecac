import { db } from "@/db";
import { type MemberRole, memberships, pendingVersions, people } from "@/db/schema";
import type { Actor } from "@/lib/auth/permissions";
import type { OfferingContent } from "@/lib/offerings/content";
import { aContent } from "./records";
import type { TestProvider } from "./registry";

let made = 0;

/** Somebody who belongs to an organisation, as who they act there. */
async function aMember(organisationId: string, role: MemberRole = "editor", name = `Person ${++made}`): Promise<Actor> {
  const [person] = await db
    .insert(people)
    .values({ email: `person-${++made}@example.org`, name, locale: "en" })
    .returning({ id: people.id });
  if (!person) throw new Error("Nobody was written");
  await db.insert(memberships).values({ personId: person.id, organisationId, role });
  return { id: `person:${person.id}`, role, organisationId };
}

/** Those whom a command must tell apart: two who may, one who may only read, and one of another organisation. */
export async function aCrew(provider: TestProvider, other: TestProvider) {
  return {
    editor: await aMember(provider.id, "editor"),
    manager: await aMember(provider.id, "manager"),
    viewer: await aMember(provider.id, "viewer"),
    stranger: await aMember(other.id, "manager"),
  };
}

/** What comes next of an offering, as its editor saved it. */
export async function aPending(offeringId: string, change: Partial<OfferingContent> = {}): Promise<OfferingContent> {
  const content = aContent(change);
  await db
    .insert(pendingVersions)
    .values({ offeringId, content })
    .onConflictDoUpdate({ target: pendingVersions.offeringId, set: { content } });
  return content;
}
