import "server-only";
import { and, eq, gt, or, sql } from "drizzle-orm";
import { db } from "@/db";
import { offerings, organisations, versions } from "@/db/schema";
import { sessionsOf } from "@/lib/catalogue/queries";
import { now, today } from "@/lib/clock";
import type { OfferingContent } from "@/lib/offerings/content";
import { nameOn } from "@/lib/providers/names/queries";
import { factsOf } from "@/lib/visibility/queries";
import { standingOn } from "@/lib/visibility/visibility";

/** Every public list asks this: is it visible at this moment? */
const visibleNow = () => and(eq(offerings.status, "published"), sql`${offerings.visible} @> ${now().toISOString()}::timestamptz`);

const listed = {
  id: offerings.id,
  slug: offerings.slug,
  updatedAt: offerings.updatedAt,
  provider: organisations.slug,
  version: versions.number,
  title: sql<Record<string, string>>`${versions.content} -> 'title'`,
  eqf: versions.eqf,
  ects: versions.ects,
  hours: versions.hours,
  fields: sql<string[]>`${versions.content} -> 'fields'`,
  modes: versions.modes,
  languages: versions.languages,
};

/** Visible offerings in the order of their ids, after a given one: a page of the open list. */
export async function listOfferings(after: string | undefined, limit: number) {
  return await db
    .select(listed)
    .from(offerings)
    .innerJoin(versions, eq(versions.id, offerings.currentVersionId))
    .innerJoin(organisations, eq(organisations.id, offerings.providerId))
    .where(and(visibleNow(), after ? gt(offerings.id, after) : undefined))
    .orderBy(offerings.id)
    .limit(limit);
}

/** One published offering by id or slug, with where it stands today; undefined when there is none. */
export async function findOpenOffering(idOrSlug: string) {
  const isId = /^[0-9a-f-]{36}$/.test(idOrSlug);
  const [row] = await db
    .select({
      ...listed,
      status: offerings.status,
      externalId: offerings.externalId,
      supersededById: offerings.supersededById,
      content: sql<OfferingContent>`${versions.content}`,
      effectiveFrom: versions.effectiveFrom,
      publishedAt: versions.publishedAt,
      completeness: versions.completeness,
      setting: versions.setting,
      providerId: organisations.id,
      nuts: organisations.nuts,
      country: organisations.country,
      providerName: nameOn(organisations.id, today()),
    })
    .from(offerings)
    .innerJoin(versions, eq(versions.id, offerings.currentVersionId))
    .innerJoin(organisations, eq(organisations.id, offerings.providerId))
    .where(or(eq(offerings.slug, idOrSlug), isId ? eq(offerings.id, idOrSlug) : undefined));
  if (!row) return undefined;

  const [facts, sessions] = await Promise.all([factsOf(db, [row.providerId]), sessionsOf(db, [row.id])]);
  const known = facts.get(row.providerId) ?? { registrations: [], accreditations: [], restrictions: [] };
  const scope = {
    offeringId: row.id,
    eqf: row.eqf,
    fields: row.fields,
    setting: row.setting,
    nuts: row.nuts,
    effectiveFrom: row.effectiveFrom,
  };
  return { ...row, standing: standingOn(today(), scope, known), sessions: sessions.get(row.id) ?? [] };
}
