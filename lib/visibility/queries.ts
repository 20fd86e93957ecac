import { and, inArray, sql } from "drizzle-orm";
import type { Database } from "@/db";
import { accreditations, registrations } from "@/db/schema";
import { fromRange } from "@/lib/days/days";
import type { AccreditationFact, RegistrationFact } from "./visibility";

export type ProviderFacts = { registrations: RegistrationFact[]; accreditations: AccreditationFact[] };

/** What the register knows now about providers: registrations and accreditations whose record time has not ended. */
export async function factsOf(database: Database, providerIds: string[]): Promise<Map<string, ProviderFacts>> {
  const facts = new Map(providerIds.map((id) => [id, { registrations: [], accreditations: [] } as ProviderFacts]));
  if (providerIds.length === 0) return facts;

  const known = sql`upper_inf(recorded)`;
  const [registered, accredited] = await Promise.all([
    database
      .select()
      .from(registrations)
      .where(and(inArray(registrations.providerId, providerIds), known)),
    database
      .select()
      .from(accreditations)
      .where(and(inArray(accreditations.organisationId, providerIds), known)),
  ]);
  for (const row of registered) facts.get(row.providerId)?.registrations.push({ status: row.status, valid: fromRange(row.valid) });
  for (const row of accredited) facts.get(row.organisationId)?.accreditations.push({ ...row, valid: fromRange(row.valid) });
  return facts;
}
