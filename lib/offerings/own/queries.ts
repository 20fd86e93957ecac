import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db";
import { type Offering, offerings, organisations, pendingVersions, versions } from "@/db/schema";
import { type Actor, may, type Permission } from "@/lib/auth/permissions";
import { type OfferingContent, offeringContent } from "@/lib/offerings/content";
import { ok, type Result, refuse } from "@/lib/result";

export type HeldOffering = Offering & {
  provider: { id: string; slug: string };
  live: { number: number; content: OfferingContent } | null;
  pending: { content: OfferingContent; publishOn: string | null; publishBy: string | null } | null;
};

/**
 * An offering of the actor's own for a command to change, held until the transaction ends: whoever else writes it, an import of the
 * same provider too, waits. Another organisation's is as absent as one that is not there.
 */
export async function holdOwnOffering(tx: Transaction, actor: Actor, slug: string, permission: Permission): Promise<Result<HeldOffering>> {
  const [found] = await tx.select({ id: offerings.id, providerId: offerings.providerId }).from(offerings).where(eq(offerings.slug, slug));
  if (!found || !may(actor, "offering.read", found)) return refuse({ code: "offeringAbsent" });
  if (!may(actor, permission, found)) return refuse({ code: "notAllowed" });
  return ok(await holdOffering(tx, found));
}

/** The lock that imports of the provider take, then the row's own. */
export async function holdOffering(tx: Transaction, { id, providerId }: { id: string; providerId: string }): Promise<HeldOffering> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${providerId}, 0))`);
  await tx.select({ id: offerings.id }).from(offerings).where(eq(offerings.id, id)).for("update");
  const [row] = await tx
    .select({
      offering: offerings,
      provider: { id: organisations.id, slug: organisations.slug },
      number: versions.number,
      content: versions.content,
      pending: { content: pendingVersions.content, publishOn: pendingVersions.publishOn, publishBy: pendingVersions.publishBy },
    })
    .from(offerings)
    .innerJoin(organisations, eq(organisations.id, offerings.providerId))
    .leftJoin(versions, eq(versions.id, offerings.currentVersionId))
    .leftJoin(pendingVersions, eq(pendingVersions.offeringId, offerings.id))
    .where(eq(offerings.id, id));
  if (!row) throw new Error(`offering ${id} went away while it was held`);
  return {
    ...row.offering,
    provider: row.provider,
    live: row.number === null ? null : { number: row.number, content: offeringContent.parse(row.content) },
    pending: row.pending && { ...row.pending, content: offeringContent.parse(row.pending.content) },
  };
}
