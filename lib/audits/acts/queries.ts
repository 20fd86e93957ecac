import "server-only";
import { asc, eq, sql } from "drizzle-orm";
import { type Database, db } from "@/db";
import { type AuditCase, auditActs, auditDeclarations } from "@/db/schema";
import type { Done } from "@/lib/audits/act";
import { type AuditState, after, opened } from "@/lib/audits/audit";
import { type Actor, personIdOf } from "@/lib/auth/permissions";
import type { WhyNot } from "@/lib/decisions/competence";
import { findWhyNot } from "@/lib/decisions/queries";

export type AuditRead = { state: AuditState; acts: Done[] };

/** An audit as its acts have it. */
export async function readAudit(database: Database, { id, openedOn }: Pick<AuditCase, "id" | "openedOn">): Promise<AuditRead> {
  const rows = await database.select().from(auditActs).where(eq(auditActs.caseId, id)).orderBy(asc(auditActs.number));
  const acts = rows.map(({ act, personId, on }) => ({ ...(act as object), personId, on }) as Done);
  return { acts, state: acts.reduce(after, opened(openedOn)) };
}

/** Whether somebody of the authority sees into an audit: only once they said that they are free, and never where they are not. */
export type AuditGate = "open" | "undeclared" | WhyNot;

export async function findAuditGate(
  actor: Actor,
  { id, organisationId }: Pick<AuditCase, "id" | "organisationId">,
  database: Database = db,
): Promise<AuditGate> {
  const personId = personIdOf(actor);
  if (!personId) return "undeclared";
  const why = await findWhyNot(actor, organisationId, database);
  if (why) return why;
  const [said] = await database
    .select({ at: auditDeclarations.declaredAt })
    .from(auditDeclarations)
    .where(sql`${auditDeclarations.personId} = ${personId}::uuid and ${auditDeclarations.caseId} = ${id}::uuid`);
  return said ? "open" : "undeclared";
}
