import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db";
import { offerings, pendingVersions, type Texts, versions } from "@/db/schema";
import { type Actor, may } from "@/lib/auth/permissions";
import { existingOfferings, findProvider } from "@/lib/imports/run/queries";
import { representationOf } from "./representation";

export const statuses = ["draft", "published", "withdrawn", "archived"] as const;

type Page = { after: string | undefined; limit: number; status: (typeof statuses)[number] | undefined };

/** An organisation's own offerings in the order of their ids; one that another took the place of is no longer among them. */
export async function listOwnOfferings(actor: Actor, { after, limit, status }: Page) {
  const providerId = actor.organisationId;
  if (!providerId || !may(actor, "offering.read", { providerId })) return [];
  const byId = sql`${offerings.externalId} collate "C"`;
  return await db
    .select({
      id: offerings.externalId,
      slug: offerings.slug,
      status: offerings.status,
      version: versions.number,
      hasNext: sql<boolean>`${pendingVersions.offeringId} is not null`,
      title: sql<Texts>`coalesce(${pendingVersions.content}, ${versions.content})->'title'`,
      updatedAt: sql<string>`to_char(greatest(${offerings.updatedAt}, ${pendingVersions.updatedAt}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
    })
    .from(offerings)
    .leftJoin(versions, eq(versions.id, offerings.currentVersionId))
    .leftJoin(pendingVersions, eq(pendingVersions.offeringId, offerings.id))
    .where(
      and(
        eq(offerings.providerId, providerId),
        isNull(offerings.supersededById),
        status ? eq(offerings.status, status) : undefined,
        after === undefined ? undefined : sql`${byId} > ${after}`,
      ),
    )
    .orderBy(asc(byId))
    .limit(limit);
}

/** One own offering by the provider's id, with its runs; undefined where there is none, whoever else may have one of this id. */
export async function findOwnByExternalId(actor: Actor, id: string) {
  const providerId = actor.organisationId;
  if (!providerId || !may(actor, "offering.read", { providerId })) return undefined;
  const provider = await findProvider(db, providerId);
  const existing = (await existingOfferings(db, providerId, [id])).get(id);
  return provider && existing ? { existing, shown: representationOf(id, provider.slug, existing) } : undefined;
}
