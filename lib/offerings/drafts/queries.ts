import "server-only";
import { eq } from "drizzle-orm";
import { cache } from "react";
import { type Database, db } from "@/db";
import { offerings, organisations, pendingVersions, type Texts, versions } from "@/db/schema";
import { type Actor, may } from "@/lib/auth/permissions";
import { today } from "@/lib/clock";
import type { Day } from "@/lib/days/days";
import { type CatalogueStatements, catalogueStatements, type OfferingContent, offeringContent } from "@/lib/offerings/content";
import { nameOn } from "@/lib/providers/names/queries";

/** An offering as those who keep it see it: what is live, what comes next, and whose it is. */
export type OwnOffering = {
  id: string;
  slug: string;
  externalId: string;
  status: "draft" | "published" | "withdrawn" | "archived";
  live: { content: OfferingContent; number: number; effectiveFrom: Day; publishedAt: Date } | null;
  pending: { content: OfferingContent; revision: number; publishOn: Day | null; updatedAt: Date; updatedBy: string | null } | null;
  provider: { id: string; slug: string; name: Texts; nuts: string | null; statements: CatalogueStatements };
};

/** Whoever has no right to read it, or belongs to another organisation, finds nothing. */
export async function readOwnOffering(database: Database, actor: Actor, slug: string): Promise<OwnOffering | undefined> {
  const [row] = await database
    .select({
      offering: offerings,
      version: versions,
      pending: pendingVersions,
      provider: {
        id: organisations.id,
        slug: organisations.slug,
        name: nameOn(organisations.id, today()),
        nuts: organisations.nuts,
        statements: organisations.statements,
      },
    })
    .from(offerings)
    .innerJoin(organisations, eq(organisations.id, offerings.providerId))
    .leftJoin(versions, eq(versions.id, offerings.currentVersionId))
    .leftJoin(pendingVersions, eq(pendingVersions.offeringId, offerings.id))
    .where(eq(offerings.slug, slug));
  if (!row || !may(actor, "offering.read", { providerId: row.offering.providerId })) return undefined;
  const { offering, version, pending, provider } = row;
  const statements = catalogueStatements.safeParse(provider.statements);
  return {
    id: offering.id,
    slug: offering.slug,
    externalId: offering.externalId,
    status: offering.status,
    live: version && { ...version, content: offeringContent.parse(version.content) },
    pending: pending && { ...pending, content: offeringContent.parse(pending.content) },
    provider: { ...provider, statements: statements.success ? statements.data : {} },
  };
}

/** One's own offering, read once a request. */
export const findOwnOffering = cache((actor: Actor, slug: string) => readOwnOffering(db, actor, slug));
