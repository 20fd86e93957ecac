import { listLabels } from "@/lib/terms/queries";
import type { ReadingContext } from "./input";
import type { PartValues } from "./parts";
import "server-only";
import { arrayOverlaps, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
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

type Body = OfferingContent["awardingBodies"][number];

/** Organisations of the register that can sign a credential, by the name they have today. */
export const listBodies = cache(async (): Promise<{ slug: string; name: Texts }[]> => {
  const o = alias(organisations, "o");
  return await db
    .select({ slug: o.slug, name: nameOn(sql`o.id`, today()) })
    .from(o)
    .where(arrayOverlaps(o.roles, ["provider", "awarding-body"]))
    .orderBy(o.slug);
});

/** Who is meant by a name: one that stood there already, an organisation of the register by its name in any language, or somebody outside. */
async function bodyFinder(known: Body[]): Promise<(name: string) => Body> {
  const listed = await listBodies();
  return (name) => {
    const same = known.find((body) => body.name === name || body.slug === name);
    const found = listed.find((body) => body.slug === name || Object.values(body.name ?? {}).includes(name));
    return same ?? { slug: found?.slug ?? null, name };
  };
}

/** What reading a part needs to know. What the form began with may be a label that has ended since: it may stay. */
export async function readingContext(base: PartValues): Promise<ReadingContext> {
  const [bodies, labels] = await Promise.all([bodyFinder(base.awardingBodies ?? []), listLabels()]);
  return { day: today(), bodies, labels: new Set([...labels.map(({ code }) => code), ...(base.quality ?? [])]) };
}

/** By what one's own offerings are named as a whole that others are part of. */
export async function listOwnReferences(actor: Actor): Promise<{ reference: string; title: Texts }[]> {
  if (!actor.organisationId || !may(actor, "offering.read", { providerId: actor.organisationId })) return [];
  return await db
    .select({
      reference: sql<string>`${organisations.slug} || ':' || ${offerings.externalId}`,
      title: sql<Texts>`coalesce(${pendingVersions.content}, ${versions.content}) -> 'title'`,
    })
    .from(offerings)
    .innerJoin(organisations, eq(organisations.id, offerings.providerId))
    .leftJoin(versions, eq(versions.id, offerings.currentVersionId))
    .leftJoin(pendingVersions, eq(pendingVersions.offeringId, offerings.id))
    .where(sql`${offerings.providerId} = ${actor.organisationId} and ${offerings.status} <> 'archived'`)
    .orderBy(offerings.externalId)
    .limit(500);
}
