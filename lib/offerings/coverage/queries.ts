import { type Database, db } from "@/db";
import type { Day } from "@/lib/days/days";
import { type Coverage, coverageOn } from "@/lib/offerings/coverage";
import type { OwnOffering } from "@/lib/offerings/drafts/queries";
import { factsOf } from "@/lib/visibility/queries";
import type { ProviderFacts } from "@/lib/visibility/visibility";

/** What a provider may publish that holds from a day on, as the register knows its accreditations now. */
export async function coverageFor(database: Database, provider: { id: string; nuts: string | null }, day: Day): Promise<Coverage> {
  const facts = (await factsOf(database, [provider.id])).get(provider.id);
  return coverageOn(day, facts?.accreditations ?? [], provider.nuts);
}

/** All that the register knows of the provider whose offering it is. */
export async function findOwnFacts({ provider }: OwnOffering): Promise<ProviderFacts> {
  return (await factsOf(db, [provider.id])).get(provider.id) ?? { registrations: [], accreditations: [], restrictions: [] };
}
