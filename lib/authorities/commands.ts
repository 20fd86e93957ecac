import { db } from "@/db";
import { organisationNames, organisations } from "@/db/schema";
import { today } from "@/lib/clock";
import { country } from "@/lib/country/country";
import { toRange } from "@/lib/days/days";
import { isDemonstration } from "@/lib/demonstration/mode";

/**
 * Gives each authority of the country's file its organisation in the register, where it has none: providers are registered in its name.
 * A demonstration brings its own, with their past.
 */
export async function ensureAuthorities(): Promise<string[]> {
  if (isDemonstration) return [];
  const made: string[] = [];
  for (const { slug, names, jurisdiction } of country.authorities) {
    await db.transaction(async (tx) => {
      const [row] = await tx
        .insert(organisations)
        .values({ slug, roles: ["competent-authority"], country: country.country, nuts: jurisdiction[0] ?? null })
        .onConflictDoNothing()
        .returning({ id: organisations.id });
      if (!row) return;
      await tx.insert(organisationNames).values({ organisationId: row.id, name: names, valid: toRange({ from: today(), until: null }) });
      made.push(slug);
    });
  }
  return made;
}
