import "server-only";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { type Database, db } from "@/db";
import { accreditations, decisions, registrations, restrictions } from "@/db/schema";
import { type Day, fromRange } from "@/lib/days/days";
import { nameOn } from "@/lib/providers/names/queries";
import { knownAt } from "@/lib/visibility/queries";
import type { AccreditationEntry, DecisionEntry, RegistrationEntry, RestrictionEntry } from "./accreditation";

/** Where one writes who disagrees with what an authority decided. */
const contact = sql<
  RestrictionEntry["decision"]["contact"]
>`(select json_build_object('email', c.email, 'homepage', c.homepage) from organisations c where c.id = ${decisions.authorityId})`;

const decisionColumns = (day: Day) => ({
  number: decisions.number,
  kind: decisions.kind,
  decidedOn: decisions.decidedOn,
  reviewOn: decisions.reviewOn,
  statement: decisions.statement,
  documentUrl: decisions.documentUrl,
  authority: nameOn(decisions.authorityId, day),
});

/** What authorities hold about a provider, as the register knows it now, in order of time. */
export async function listRegistrations(providerId: string, day: Day, database: Database = db): Promise<RegistrationEntry[]> {
  const rows = await database
    .select({
      status: registrations.status,
      valid: registrations.valid,
      authority: nameOn(registrations.authorityId, day),
      decision: decisionColumns(day),
    })
    .from(registrations)
    .innerJoin(decisions, eq(decisions.id, registrations.decisionId))
    .where(and(eq(registrations.providerId, providerId), knownAt(registrations.recorded, null)))
    .orderBy(asc(sql`lower(${registrations.valid})`), asc(registrations.id));

  return rows.map((row) => ({ ...row, valid: fromRange(row.valid) }));
}

/** What authorities do not let a provider do or warn of, as the register knows it now, in order of time. */
export async function listRestrictions(providerId: string, day: Day, database: Database = db): Promise<RestrictionEntry[]> {
  const rows = await database
    .select({ restriction: restrictions, decision: { ...decisionColumns(day), contact } })
    .from(restrictions)
    .innerJoin(decisions, eq(decisions.id, restrictions.decisionId))
    .where(and(eq(restrictions.organisationId, providerId), knownAt(restrictions.recorded, null)))
    .orderBy(asc(sql`lower(${restrictions.valid})`), asc(restrictions.id));
  return rows.map(({ restriction, decision }) => ({ ...restriction, valid: fromRange(restriction.valid), decision }));
}

/** The accreditations of providers with their body and decision, as the register knows them now, in order of time. */
export async function listAccreditations(
  providerIds: string[],
  day: Day,
  database: Database = db,
): Promise<Map<string, AccreditationEntry[]>> {
  if (providerIds.length === 0) return new Map();
  const rows = await database
    .select({ accreditation: accreditations, body: nameOn(accreditations.accreditingBodyId, day), decision: decisionColumns(day) })
    .from(accreditations)
    .leftJoin(decisions, eq(decisions.id, accreditations.decisionId))
    .where(and(inArray(accreditations.organisationId, providerIds), knownAt(accreditations.recorded, null)))
    .orderBy(asc(sql`lower(${accreditations.valid})`), asc(accreditations.id));

  const entries = rows.map(({ accreditation, body, decision }) => ({
    organisationId: accreditation.organisationId,
    entry: { ...accreditation, valid: fromRange(accreditation.valid), body, decision: stated(decision) },
  }));
  return new Map([...Map.groupBy(entries, ({ organisationId }) => organisationId)].map(([id, of]) => [id, of.map(({ entry }) => entry)]));
}

/** Without a decision the join leaves every column empty. */
function stated(decision: { [K in keyof DecisionEntry]: DecisionEntry[K] | null } | null): DecisionEntry | null {
  return decision?.kind ? (decision as DecisionEntry) : null;
}
