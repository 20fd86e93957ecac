import "server-only";
import { and, asc, desc, eq, inArray, isNotNull, ne, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { cache } from "react";
import { db } from "@/db";
import { offerings, organisations, type Texts, verifications, versions } from "@/db/schema";
import type { AccreditationEntry, RegistrationEntry, RestrictionEntry } from "@/lib/accreditations/accreditation";
import { listAccreditations, listRegistrations, listRestrictions } from "@/lib/accreditations/queries";
import { sessionsOf } from "@/lib/catalogue/queries";
import type { SessionRecord } from "@/lib/catalogue/session-record";
import { now, today } from "@/lib/clock";
import type { Day } from "@/lib/days/days";
import { answeringFor } from "@/lib/jurisdictions/queries";
import { nameOn } from "@/lib/providers/names/queries";
import { findOfferingTerms } from "@/lib/terms/queries";
import type { Label, NationalLevel } from "@/lib/terms/term";
import { type OfferingContent, offeringContent } from "./content";
import { listStacked, type Stacking } from "./stacking/queries";

type VersionHead = { number: number; effectiveFrom: Day; eqf: number; setting: string | null; fields: string[] };

export type AwardingBody = { name: Texts | string; slug: string | null };

export type VerificationEntry = { field: "level" | "credits" | "quality"; value: string; by: Texts; on: Day; evidenceUrl: string | null };

/** Everything that the page of one offering says. `version` is the one shown, `current` the one in force. */
export type OfferingView = {
  id: string;
  slug: string;
  externalId: string;
  status: "draft" | "published" | "withdrawn" | "archived";
  withdrawnReason: Texts | null;
  successor: { id: string; slug: string; title: Texts } | null;
  provider: {
    id: string;
    slug: string;
    name: Texts;
    town: string | null;
    nuts: string | null;
    country: string;
    homepage: string | null;
    answering: string[];
  };
  version: VersionHead & { content: OfferingContent };
  current: VersionHead;
  versions: VersionHead[];
  awarding: AwardingBody[];
  sessions: SessionRecord[];
  registrations: RegistrationEntry[];
  accreditations: AccreditationEntry[];
  restrictions: RestrictionEntry[];
  verifications: VerificationEntry[];
  stacking: Stacking;
  /** The levels of the national frameworks and the quality labels, as they are called on the page's day. */
  levels: NationalLevel[];
  labels: Label[];
  /** By which others name it as the whole that they are part of. */
  reference: string;
};

const head = {
  number: versions.number,
  effectiveFrom: versions.effectiveFrom,
  eqf: versions.eqf,
  setting: versions.setting,
  // As stated, most detailed: the column beside the content holds the broader codes as well.
  fields: sql<string[]>`${versions.content}->'fields'`,
};

/** The offering, its provider and one version's content. Drafts do not exist for the public. */
const findBase = cache(async (slug: string, version: number | null) => {
  const successor = alias(offerings, "successor");
  const successorVersion = alias(versions, "successor_version");
  const [row] = await db
    .select({
      offering: offerings,
      provider: {
        ...organisationColumns,
        name: nameOn(organisations.id, today()),
        answering: answeringFor(sql`organisations.nuts`, today()),
      },
      version: { ...head, id: versions.id, content: versions.content },
      successor: { id: successor.id, slug: successor.slug, title: sql<Texts>`${successorVersion.content}->'title'` },
    })
    .from(offerings)
    .innerJoin(organisations, eq(organisations.id, offerings.providerId))
    .innerJoin(
      versions,
      version === null
        ? eq(versions.id, offerings.currentVersionId)
        : and(eq(versions.offeringId, offerings.id), eq(versions.number, version)),
    )
    .leftJoin(successor, eq(successor.id, offerings.supersededById))
    .leftJoin(successorVersion, eq(successorVersion.id, successor.currentVersionId))
    .where(and(eq(offerings.slug, slug), ne(offerings.status, "draft"), isNotNull(offerings.currentVersionId)));
  return row;
});

const organisationColumns = {
  id: organisations.id,
  slug: organisations.slug,
  town: organisations.town,
  nuts: organisations.nuts,
  country: organisations.country,
  homepage: organisations.homepage,
};

/** One offering for its page: a query that finds it, and the rest side by side. */
export const findOffering = cache(async (slug: string, version: number | null): Promise<OfferingView | undefined> => {
  const base = await findBase(slug, version);
  if (!base) return undefined;
  const day = today();
  const { offering, provider } = base;
  const content = offeringContent.parse(base.version.content);
  const reference = `${provider.slug}:${offering.externalId}`;

  // Another version is read by the names of its day; the page of today by those of today.
  const named = { eqf: base.version.eqf, quality: content.quality, answering: provider.answering };
  const [heads, awarding, sessions, registrations, accreditations, restrictions, verified, stacking, terms] = await Promise.all([
    listHeads(offering.id),
    listAwarding(content, day),
    sessionsOf(db, [offering.id]),
    listRegistrations(provider.id, day),
    listAccreditations([provider.id], day),
    listRestrictions(provider.id, day),
    listVerifications(offering.id, base.version.number, day),
    listStacked({ reference, stacksInto: content.stacksInto }, now()),
    findOfferingTerms(named, version === null ? day : base.version.effectiveFrom),
  ]);
  const current = heads.find(({ id }) => id === offering.currentVersionId);
  if (!current) return undefined;

  return {
    id: offering.id,
    slug: offering.slug,
    externalId: offering.externalId,
    status: offering.status,
    withdrawnReason: offering.withdrawnReason,
    successor: base.successor?.id ? { ...base.successor, title: base.successor.title ?? {} } : null,
    provider,
    version: { ...base.version, content },
    current,
    versions: heads,
    awarding,
    sessions: sessions.get(offering.id) ?? [],
    registrations,
    accreditations: accreditations.get(provider.id) ?? [],
    restrictions,
    verifications: verified,
    stacking,
    ...terms,
    reference,
  };
});

async function listHeads(offeringId: string) {
  return await db
    .select({ ...head, id: versions.id })
    .from(versions)
    .where(eq(versions.offeringId, offeringId))
    .orderBy(desc(versions.number));
}

/** Awarding bodies by their name in the register, else by the name that the offering gives. */
export async function listAwarding({ awardingBodies }: OfferingContent, day: Day): Promise<AwardingBody[]> {
  const slugs = awardingBodies.flatMap(({ slug }) => slug ?? []);
  const o = alias(organisations, "o");
  const rows =
    slugs.length > 0
      ? await db
          .select({ slug: o.slug, name: nameOn(sql`o.id`, day), roles: o.roles })
          .from(o)
          .where(inArray(o.slug, slugs))
      : [];
  return awardingBodies.map(({ slug, name }) => {
    const row = rows.find((known) => known.slug === slug);
    return { name: row?.name ?? (name || (slug ?? "")), slug: row?.roles.includes("provider") ? slug : null };
  });
}

async function listVerifications(offeringId: string, version: number, day: Day): Promise<VerificationEntry[]> {
  const v = alias(verifications, "v");
  return await db
    .select({ field: v.field, value: v.value, by: nameOn(sql`v.verified_by_id`, day), on: v.verifiedOn, evidenceUrl: v.evidenceUrl })
    .from(v)
    .where(and(eq(v.offeringId, offeringId), eq(v.versionNumber, version)))
    .orderBy(asc(v.field), asc(v.verifiedOn));
}

/** Every version of an offering with what it says, newest first. */
export const findHistory = cache(async (slug: string) => {
  const base = await findBase(slug, null);
  if (!base) return undefined;
  const rows = await db
    .select({ ...head, publishedAt: versions.publishedAt, content: versions.content })
    .from(versions)
    .where(eq(versions.offeringId, base.offering.id))
    .orderBy(desc(versions.number));
  return {
    slug: base.offering.slug,
    current: base.version.number,
    content: offeringContent.parse(base.version.content),
    provider: base.provider,
    versions: rows.map((row) => ({ ...row, content: offeringContent.parse(row.content) })),
  };
});
