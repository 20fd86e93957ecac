import { and, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import type { Database } from "@/db";
import {
  enrolmentWindows,
  knownIdentifiers,
  knownNames,
  offerings,
  organisations,
  pendingVersions,
  sessionPrices,
  sessions,
  skills,
  versions,
} from "@/db/schema";
import { today } from "@/lib/clock";
import { boundsOn, country } from "@/lib/country/country";
import type { Existing } from "@/lib/imports/decide";
import { fold } from "@/lib/imports/fold";
import { type Mapping, meaningsOf } from "@/lib/imports/mapping";
import type { ReadContext } from "@/lib/imports/reading";
import { type CatalogueStatements, catalogueStatements, type OfferingContent } from "@/lib/offerings/content";
import type { SessionFacts } from "@/lib/offerings/sessions/commands";
import { listLabels } from "@/lib/terms/queries";
import { plainText } from "@/lib/texts/texts";

export type Provider = { id: string; slug: string; nuts: string | null; statements: CatalogueStatements };

export async function findProvider(database: Database, id: string): Promise<Provider | undefined> {
  const [row] = await database
    .select({ id: organisations.id, slug: organisations.slug, nuts: organisations.nuts, statements: organisations.statements })
    .from(organisations)
    .where(eq(organisations.id, id));
  return row ? { ...row, statements: catalogueStatements.parse(row.statements) } : undefined;
}

/** What readers must know of the register: its organisations by any name they go by, the bounds in force, the mapping's meanings. */
export async function readContextFor(database: Database, provider: Provider, mapping: Mapping): Promise<ReadContext> {
  const [all, names, identifiers, labels, known] = await Promise.all([
    database.select({ id: organisations.id, slug: organisations.slug }).from(organisations),
    database
      .select({ id: knownNames.organisationId, name: knownNames.name })
      .from(knownNames)
      .orderBy(sql`lower(${knownNames.valid}) nulls first`),
    database.select({ id: knownIdentifiers.organisationId, value: knownIdentifiers.value }).from(knownIdentifiers),
    listLabels(database),
    database.select({ uri: skills.uri }).from(skills).where(ne(skills.kind, "group")),
  ]);
  const slugs = new Map(all.map(({ id, slug }) => [id, slug]));
  const latest = new Map(names.map(({ id, name }) => [id, plainText(name, country.defaultLanguage)]));
  const bodies = new Map<string, { slug: string; name: string }>();
  const add = (key: string | undefined, id: string) => {
    const slug = slugs.get(id);
    if (key && slug && !bodies.has(fold(key))) bodies.set(fold(key), { slug, name: latest.get(id) || slug });
  };
  for (const { id, slug } of all) add(slug, id);
  for (const { id, value } of identifiers) add(value, id);
  for (const { id, name } of [...names].reverse()) for (const text of Object.values(name)) add(text, id);

  const day = today();
  const slugSet = new Set(slugs.values());
  return {
    providerSlug: provider.slug,
    defaultLanguage: mapping.language ?? statedLanguage(provider.statements) ?? country.defaultLanguage,
    currency: country.currency,
    today: day,
    bounds: boundsOn(day) ?? { ectsMin: 0.01, ectsMax: 9999 },
    findBody: (text) => bodies.get(fold(text)),
    isProvider: (slug) => slugSet.has(slug),
    labels: new Map(labels.flatMap(({ code, names }) => [code, ...Object.values(names)].map((known) => [fold(known), code] as const))),
    skills: new Set(known.map(({ uri }) => uri)),
    values: meaningsOf(mapping),
  };
}

/** A provider who teaches in one language of the country writes its texts in it. */
function statedLanguage({ languages }: CatalogueStatements): string | undefined {
  const [only] = languages ?? [];
  return languages?.length === 1 && country.languages.some((language) => language === only) ? only : undefined;
}

/** What the register has of these offerings of a provider, in four queries however many they are. */
export async function existingOfferings(database: Database, providerId: string, externalIds: string[]): Promise<Map<string, Existing>> {
  if (externalIds.length === 0) return new Map();
  const rows = await database
    .select({
      id: offerings.id,
      slug: offerings.slug,
      status: offerings.status,
      externalId: offerings.externalId,
      content: versions.content,
      number: versions.number,
      versionId: versions.id,
      pending: pendingVersions.content,
      undone: wasUndone,
    })
    .from(offerings)
    .leftJoin(versions, eq(versions.id, offerings.currentVersionId))
    .leftJoin(pendingVersions, eq(pendingVersions.offeringId, offerings.id))
    .where(and(eq(offerings.providerId, providerId), isNull(offerings.supersededById), inArray(offerings.externalId, externalIds)));
  const kept = await sessionsOf(
    database,
    rows.map(({ id }) => id),
  );
  return new Map(
    rows.map(({ externalId, content, number, versionId, pending, ...offering }) => [
      externalId,
      {
        ...offering,
        live: number === null || versionId === null ? null : { content: content as OfferingContent, number, versionId },
        pending: pending as OfferingContent | null,
        sessions: kept.get(offering.id) ?? new Map(),
      },
    ]),
  );
}

/** It left the catalogue at the very moment at which what an import did to it was undone. */
const wasUndone = sql<boolean>`${offerings.status} in ('withdrawn', 'archived') and exists (
  select from import_changes c where c.offering_id = ${offerings.id} and c.undone_at = ${offerings.withdrawnAt})`;

/** The runs of offerings, by offering and by the provider's id. */
export async function sessionsOf(database: Database, offeringIds: string[]): Promise<Map<string, Map<string, SessionFacts>>> {
  const byOffering = new Map<string, Map<string, SessionFacts>>();
  if (offeringIds.length === 0) return byOffering;
  const [runs, windows, prices] = await Promise.all([
    database.select().from(sessions).where(inArray(sessions.offeringId, offeringIds)),
    database
      .select({ sessionId: sessions.id, opensOn: enrolmentWindows.opensOn, closesOn: enrolmentWindows.closesOn })
      .from(enrolmentWindows)
      .innerJoin(sessions, eq(sessions.id, enrolmentWindows.sessionId))
      .where(inArray(sessions.offeringId, offeringIds)),
    database
      .select({
        sessionId: sessions.id,
        learnerGroup: sessionPrices.learnerGroup,
        amount: sessionPrices.amount,
        currency: sessionPrices.currency,
      })
      .from(sessionPrices)
      .innerJoin(sessions, eq(sessions.id, sessionPrices.sessionId))
      .where(inArray(sessions.offeringId, offeringIds)),
  ]);
  const byId = new Map<string, SessionFacts>();
  for (const { offeringId, updatedAt: _, ...run } of runs) {
    const session: SessionFacts = { ...run, windows: [], prices: [] };
    byId.set(session.id, session);
    const kept = byOffering.get(offeringId) ?? new Map();
    kept.set(session.externalId, session);
    byOffering.set(offeringId, kept);
  }
  for (const { sessionId, ...window } of windows) byId.get(sessionId)?.windows.push(window);
  for (const { sessionId, ...price } of prices) byId.get(sessionId)?.prices.push(price);
  return byOffering;
}
