import { and, eq, isNull } from "drizzle-orm";
import { db } from "@/db";
import { offerings } from "@/db/schema";
import { nextOwnId } from "@/lib/sessions/planning";

/** An own id for the next edition that no offering of the provider holds: a proposal, which the command checks again. */
export async function findFreeId(providerId: string, id: string): Promise<string> {
  const rows = await db
    .select({ id: offerings.externalId })
    .from(offerings)
    .where(and(eq(offerings.providerId, providerId), isNull(offerings.supersededById)));
  return nextOwnId(id, new Set(rows.map((row) => row.id)));
}
