import { eq, inArray, sql } from "drizzle-orm";
import type { Database, Transaction } from "@/db";
import { offerings, organisations, versions } from "@/db/schema";
import { country } from "@/lib/country/country";
import { type Period, startOfDay } from "@/lib/days/days";
import { factsOf } from "./queries";
import { scopesUnder } from "./scopes";
import { visiblePeriods } from "./visibility";

/**
 * Writes down anew when offerings are visible. Every command that publishes, withdraws, registers or accredits calls it in its
 * own transaction, so that pages and API are right from the moment of the commit, and ends that lie ahead need no job.
 */
export async function refreshVisibility(tx: Transaction, of: Of): Promise<void> {
  const visible = await visibilityOf(tx, of);
  if (visible.length === 0) return;
  await tx.execute(sql`
    update offerings o set visible = r.visible::tstzmultirange
    from jsonb_to_recordset(${JSON.stringify(visible)}::jsonb) as r(id uuid, visible text)
    where o.id = r.id and o.visible is distinct from r.visible::tstzmultirange`);
}

type Of = { offeringIds: string[] } | { providerId: string };

/** When offerings that have a version are visible, by what stands in the register now. */
export async function visibilityOf(database: Database, of: Of): Promise<{ id: string; visible: string }[]> {
  const rows = await database
    .select({
      id: offerings.id,
      status: offerings.status,
      providerId: offerings.providerId,
      nuts: organisations.nuts,
      eqf: versions.eqf,
      fields: sql<string[]>`${versions.content} -> 'fields'`,
      setting: versions.setting,
      effectiveFrom: versions.effectiveFrom,
    })
    .from(offerings)
    .innerJoin(versions, eq(versions.id, offerings.currentVersionId))
    .innerJoin(organisations, eq(organisations.id, offerings.providerId))
    .where("providerId" in of ? eq(offerings.providerId, of.providerId) : inArray(offerings.id, of.offeringIds));
  const facts = await factsOf(database, [...new Set(rows.map(({ providerId }) => providerId))]);
  return [...Map.groupBy(rows, ({ providerId }) => providerId)].flatMap(([providerId, offered]) => {
    const known = facts.get(providerId);
    const scopeOf = scopesUnder(known ? [known] : []);
    const told = new Map<string, string>();
    return offered.map(({ id, status, providerId: _, ...rest }) => {
      if (status !== "published" || !known) return { id, visible: toMultirange([]) };
      const offering = { offeringId: id, ...rest };
      const scope = scopeOf(offering);
      const visible = told.get(scope) ?? toMultirange(visiblePeriods(offering, known));
      told.set(scope, visible);
      return { id, visible };
    });
  });
}

/** Days begin at midnight in the country. */
function toMultirange(periods: Period[]): string {
  const moment = (day: string | null) => (day ? new Date(startOfDay(day, country.timeZone) * 1000).toISOString() : "");
  return `{${periods.map(({ from, until }) => `[${moment(from)},${moment(until)})`).join(",")}}`;
}
