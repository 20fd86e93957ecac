import "server-only";
import { type AnyColumn, and, asc, eq, inArray, sql } from "drizzle-orm";
import { type Database, db } from "@/db";
import { accreditations, decisions, registrations, restrictions } from "@/db/schema";
import { type Day, fromRange } from "@/lib/days/days";
import type { Change } from "@/lib/decisions/decision";
import { nameOn } from "@/lib/providers/names/queries";
import type { Moment } from "@/lib/register/moment";
import { knownAt } from "@/lib/visibility/queries";
import type { AccreditationEntry, DecisionEntry, RegistrationEntry, RestrictionEntry } from "./accreditation";

type Asked = { day: Day; moment: Moment | null };

const slugOf = (id: AnyColumn) => sql<string>`(select slug from organisations where id = ${id})`;

const decisionColumns = ({ day, moment }: Asked) => ({
  id: decisions.id,
  number: decisions.number,
  kind: decisions.kind,
  decidedOn: decisions.decidedOn,
  reviewOn: decisions.reviewOn,
  statement: decisions.statement,
  documentUrl: decisions.documentUrl,
  authority: nameOn(decisions.authorityId, day, moment),
  authoritySlug: slugOf(decisions.authorityId),
  changes: sql<Change[]>`${decisions.changes}`,
  contact: sql<
    DecisionEntry["contact"]
  >`(select json_build_object('email', c.email, 'homepage', c.homepage) from organisations c where c.id = ${decisions.authorityId})`,
});

/** What authorities hold about a provider, as the register knows it now or knew it at a moment, in order of time; names as on the day. */
export async function listRegistrations(
  providerId: string,
  day: Day,
  moment: Moment | null = null,
  database: Database = db,
): Promise<RegistrationEntry[]> {
  const rows = await database
    .select({
      status: registrations.status,
      valid: registrations.valid,
      authority: nameOn(registrations.authorityId, day, moment),
      authoritySlug: slugOf(registrations.authorityId),
      decision: decisionColumns({ day, moment }),
    })
    .from(registrations)
    .innerJoin(decisions, eq(decisions.id, registrations.decisionId))
    .where(and(eq(registrations.providerId, providerId), knownAt(registrations.recorded, moment)))
    .orderBy(asc(sql`lower(${registrations.valid})`), asc(registrations.id));

  return rows.map((row) => ({ ...row, valid: fromRange(row.valid) }));
}

/** What authorities do not let a provider do or warn of, known likewise, in order of time. */
export async function listRestrictions(
  providerId: string,
  day: Day,
  moment: Moment | null = null,
  database: Database = db,
): Promise<RestrictionEntry[]> {
  const rows = await database
    .select({ restriction: restrictions, decision: decisionColumns({ day, moment }) })
    .from(restrictions)
    .innerJoin(decisions, eq(decisions.id, restrictions.decisionId))
    .where(and(eq(restrictions.organisationId, providerId), knownAt(restrictions.recorded, moment)))
    .orderBy(asc(sql`lower(${restrictions.valid})`), asc(restrictions.id));
  return rows.map(({ restriction, decision }) => ({ ...restriction, valid: fromRange(restriction.valid), decision }));
}

/** The accreditations of providers with their body and decision, known likewise, in order of time. */
export async function listAccreditations(
  providerIds: string[],
  day: Day,
  moment: Moment | null = null,
  database: Database = db,
): Promise<Map<string, AccreditationEntry[]>> {
  if (providerIds.length === 0) return new Map();
  const rows = await database
    .select({
      accreditation: accreditations,
      body: nameOn(accreditations.accreditingBodyId, day, moment),
      bodySlug: slugOf(accreditations.accreditingBodyId),
      decision: decisionColumns({ day, moment }),
    })
    .from(accreditations)
    .leftJoin(decisions, eq(decisions.id, accreditations.decisionId))
    .where(and(inArray(accreditations.organisationId, providerIds), knownAt(accreditations.recorded, moment)))
    .orderBy(asc(sql`lower(${accreditations.valid})`), asc(accreditations.id));

  const entries = rows.map(({ accreditation, body, bodySlug, decision }) => ({
    organisationId: accreditation.organisationId,
    entry: { ...accreditation, valid: fromRange(accreditation.valid), body, bodySlug, decision: stated(decision) },
  }));
  return new Map([...Map.groupBy(entries, ({ organisationId }) => organisationId)].map(([id, of]) => [id, of.map(({ entry }) => entry)]));
}

/** Without a decision the join leaves every column empty. */
function stated(decision: { [K in keyof DecisionEntry]: DecisionEntry[K] | null } | null): DecisionEntry | null {
  return decision?.id ? (decision as DecisionEntry) : null;
}
