import { inArray, sql } from "drizzle-orm";
import { db } from "@/db";
import { organisations } from "@/db/schema";
import type { Day } from "@/lib/days/days";
import { nameOn } from "@/lib/providers/names/queries";
import { plainText } from "@/lib/texts/texts";

/** What the providers that a search counts are called on a day, by slug. */
export async function nameProviders(slugs: string[], locale: string, day: Day): Promise<Record<string, string>> {
  if (slugs.length === 0) return {};
  const rows = await db
    .select({ slug: organisations.slug, name: nameOn(sql`organisations.id`, day) })
    .from(organisations)
    .where(inArray(organisations.slug, slugs));
  return Object.fromEntries(rows.map(({ slug, name }) => [slug, plainText(name, locale)]));
}
