import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { type Database, db } from "@/db";
import { type Application, conflictDeclarations } from "@/db/schema";
import { type Actor, personIdOf } from "@/lib/auth/permissions";
import { type WhyNot, whyNotDecide } from "@/lib/decisions/competence";

/** Whether somebody of the authority sees a case: only once they said that they are free, and never where they are not. */
export type Gate = "open" | "undeclared" | "ownApplication" | WhyNot;

export async function findGate(
  actor: Actor,
  application: Pick<Application, "id" | "applicantId" | "authorityId">,
  database: Database = db,
): Promise<Gate> {
  const personId = personIdOf(actor);
  if (!personId) return "undeclared";
  if (personId === application.applicantId) return "ownApplication";
  const [said] = await database
    .select({ conflict: conflictDeclarations.conflict })
    .from(conflictDeclarations)
    .where(and(eq(conflictDeclarations.personId, personId), eq(conflictDeclarations.applicationId, application.id)));
  // Whoever acts with the applicant for some other organisation is of their side.
  const [shared] =
    await database.execute(sql`select from memberships mine join memberships theirs on theirs.organisation_id = mine.organisation_id
    where mine.person_id = ${personId}::uuid and theirs.person_id = ${application.applicantId}::uuid
      and mine.organisation_id is distinct from ${application.authorityId}::uuid limit 1`);
  const why = whyNotDecide({ belongs: shared !== undefined, declared: Boolean(said?.conflict) });
  return why ?? (said ? "open" : "undeclared");
}
