import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db";
import { criteriaSets } from "@/db/schema";
import { now, today } from "@/lib/clock";
import type { Day } from "@/lib/days/days";
import { type CriteriaSet, findCriteriaInForce, shippedCriteria, toCriteriaSet } from "./queries";

/** The version in force; an authority that has none yet begins with the one that Cairn ships, as its first. */
export async function criteriaInForce(tx: Transaction, authorityId: string, day: Day): Promise<CriteriaSet> {
  const known = await findCriteriaInForce(authorityId, day, tx);
  if (known) return known;
  await tx
    .insert(criteriaSets)
    .values({ authorityId, number: 1, content: shippedCriteria, validFrom: day < today() ? day : today(), publishedAt: now() })
    .onConflictDoNothing();
  const [row] = await tx
    .select()
    .from(criteriaSets)
    .where(and(eq(criteriaSets.authorityId, authorityId), eq(criteriaSets.number, 1)));
  if (!row?.publishedAt) throw new Error("An authority has no criteria");
  return toCriteriaSet(row);
}
