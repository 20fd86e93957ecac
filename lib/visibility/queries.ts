import { type AnyColumn, and, inArray, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db";
import { accreditations, registrations, restrictions } from "@/db/schema";
import { fromRange } from "@/lib/days/days";
import type { Moment } from "@/lib/register/moment";
import type { ProviderFacts } from "./visibility";

/** Rows of a two-clock table as the register knew them at a moment; without one, as it knows them now. */
export function knownAt(recorded: AnyColumn, moment: Date | Moment | null): SQL {
  if (moment === null) return sql`upper_inf(${recorded})`;
  return sql`${recorded} @> ${typeof moment === "string" ? moment : moment.toISOString()}::timestamptz`;
}

/** What the register knows of providers now, or knew at a moment. */
export async function factsOf(
  database: Database,
  providerIds: string[],
  moment: Date | Moment | null = null,
): Promise<Map<string, ProviderFacts>> {
  const facts = new Map(providerIds.map((id) => [id, { registrations: [], accreditations: [], restrictions: [] } as ProviderFacts]));
  if (providerIds.length === 0) return facts;

  const [registered, accredited, restricted] = await Promise.all([
    database
      .select()
      .from(registrations)
      .where(and(inArray(registrations.providerId, providerIds), knownAt(registrations.recorded, moment))),
    database
      .select()
      .from(accreditations)
      .where(and(inArray(accreditations.organisationId, providerIds), knownAt(accreditations.recorded, moment))),
    database
      .select()
      .from(restrictions)
      .where(and(inArray(restrictions.organisationId, providerIds), knownAt(restrictions.recorded, moment))),
  ]);
  for (const row of registered) facts.get(row.providerId)?.registrations.push({ status: row.status, valid: fromRange(row.valid) });
  for (const row of accredited) facts.get(row.organisationId)?.accreditations.push({ ...row, valid: fromRange(row.valid) });
  for (const row of restricted) facts.get(row.organisationId)?.restrictions.push({ ...row, valid: fromRange(row.valid) });
  return facts;
}
