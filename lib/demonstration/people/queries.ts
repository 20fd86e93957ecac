import "server-only";
import { and, asc, eq, isNull, like } from "drizzle-orm";
import { db } from "@/db";
import { memberships, organisations, people } from "@/db/schema";
import { today } from "@/lib/clock";
import { demonstrationDomain, isDemonstration } from "@/lib/demonstration/mode";
import { nameOn } from "@/lib/providers/names/queries";

/** The invented people whom one click signs in, each with the first organisation they act for; none outside a demonstration. */
export async function listInventedPeople() {
  if (!isDemonstration) return [];
  const rows = await db
    .select({ id: people.id, name: people.name, role: memberships.role, organisation: nameOn(organisations.id, today()) })
    .from(people)
    .leftJoin(memberships, eq(memberships.personId, people.id))
    .leftJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(and(like(people.email, `%${demonstrationDomain}`), isNull(people.suspendedAt)))
    .orderBy(asc(people.createdAt), asc(people.email));
  return rows.filter((row, position) => rows.findIndex(({ id }) => id === row.id) === position);
}
