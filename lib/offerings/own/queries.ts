import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db";
import { offerings } from "@/db/schema";
import { type Actor, may, type Permission } from "@/lib/auth/permissions";
import { type OwnOffering, readOwnOffering } from "@/lib/offerings/drafts/queries";
import { ok, type Result, refuse } from "@/lib/result";

/**
 * An offering of the actor's own for a command to change, held until the transaction ends: whoever else writes it, an import of the
 * same provider too, waits. Another organisation's is as absent as one that is not there.
 */
export async function holdOwnOffering(tx: Transaction, actor: Actor, slug: string, permission: Permission): Promise<Result<OwnOffering>> {
  const [found] = await tx.select({ id: offerings.id, providerId: offerings.providerId }).from(offerings).where(eq(offerings.slug, slug));
  if (!found || !may(actor, "offering.read", found)) return refuse({ code: "offeringAbsent" });
  if (!may(actor, permission, found)) return refuse({ code: "notAllowed" });
  await holdOffering(tx, found);
  const own = await readOwnOffering(tx, actor, slug);
  return own ? ok(own) : refuse({ code: "offeringAbsent" });
}

/** The lock that imports of the provider take, then the row's own. */
export async function holdOffering(tx: Transaction, { id, providerId }: { id: string; providerId: string }): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${providerId}, 0))`);
  await tx.select({ id: offerings.id }).from(offerings).where(eq(offerings.id, id)).for("update");
}
