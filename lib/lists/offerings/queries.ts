import "server-only";
import { and, eq, inArray, ne, sql } from "drizzle-orm";
import { type Database, db } from "@/db";
import { offerings, organisations, type Texts, versions } from "@/db/schema";
import { sessionsOf } from "@/lib/catalogue/queries";
import { today } from "@/lib/clock";
import type { KeptOffering } from "@/lib/lists/kept";
import { noticeKind } from "@/lib/offerings/notice";
import { nameOn } from "@/lib/providers/names/queries";
import { factsOf } from "@/lib/visibility/queries";
import { standingOn } from "@/lib/visibility/visibility";

type By = { ids: readonly string[] } | { slugs: readonly string[] };

/** Offerings for a list, in the order that is asked for, whether or not they are in the catalogue: in three questions however many. Drafts do not exist. */
export async function listKept(by: By, database: Database = db): Promise<KeptOffering[]> {
  const wanted = "ids" in by ? by.ids : by.slugs;
  if (wanted.length === 0) return [];
  const rows = await rowsOf(by, database);
  const [facts, sessions] = await Promise.all([
    factsOf(database, [...new Set(rows.map(({ provider }) => provider.id))]),
    sessionsOf(
      database,
      rows.map(({ id }) => id),
    ),
  ]);
  const day = today();
  const none = { registrations: [], accreditations: [], restrictions: [] };
  const found = rows.map(({ scope, status, supersededById, provider: { nuts, ...provider }, ...row }): KeptOffering => {
    const standing = standingOn(day, { ...scope, offeringId: row.id, eqf: row.eqf, nuts }, facts.get(provider.id) ?? none);
    return {
      ...row,
      provider,
      notice: noticeKind(standing, { status, superseded: supersededById !== null }),
      teachOut: standing.visible && standing.warning === "teach-out",
      sessions: sessions.get(row.id) ?? [],
    };
  });
  const byKey = new Map(found.map((one) => ["ids" in by ? one.id : one.slug, one]));
  return wanted.flatMap((key) => byKey.get(key) ?? []);
}

function rowsOf(by: By, database: Database) {
  return database
    .select({
      id: offerings.id,
      slug: offerings.slug,
      status: offerings.status,
      supersededById: offerings.supersededById,
      title: sql<Texts>`${versions.content}->'title'`,
      original: sql<string>`${versions.content}->>'originalLanguage'`,
      provider: {
        id: organisations.id,
        slug: organisations.slug,
        name: nameOn(organisations.id, today()),
        town: organisations.town,
        nuts: organisations.nuts,
      },
      version: versions.number,
      eqf: versions.eqf,
      ects: versions.ects,
      hours: versions.hours,
      modes: versions.modes,
      languages: versions.languages,
      scope: { fields: sql<string[]>`${versions.content}->'fields'`, setting: versions.setting, effectiveFrom: versions.effectiveFrom },
    })
    .from(offerings)
    .innerJoin(organisations, eq(organisations.id, offerings.providerId))
    .innerJoin(versions, eq(versions.id, offerings.currentVersionId))
    .where(and("ids" in by ? inArray(offerings.id, [...by.ids]) : inArray(offerings.slug, [...by.slugs]), ne(offerings.status, "draft")));
}
