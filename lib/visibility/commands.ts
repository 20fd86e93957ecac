import { eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db";
import { offerings, organisations, versions } from "@/db/schema";
import { country } from "@/lib/country/country";
import { type Period, startOfDay } from "@/lib/days/days";
import { factsOf } from "./queries";
import { visiblePeriods } from "./visibility";

/**
 * Writes down anew when offerings are visible. Every command that publishes, withdraws, registers or accredits calls it in its
 * own transaction, so that pages and API are right from the moment of the commit, and ends that lie ahead need no job.
 */
export async function refreshVisibility(tx: Transaction, of: { offeringIds: string[] } | { providerId: string }): Promise<void> {
  const rows = await tx
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
  if (rows.length === 0) return;

  const facts = await factsOf(tx, [...new Set(rows.map(({ providerId }) => providerId))]);
  const visible = rows.map(({ id, status, providerId, ...scope }) => {
    const known = facts.get(providerId);
    const periods = status === "published" && known ? visiblePeriods({ offeringId: id, ...scope }, known) : [];
    return { id, visible: toMultirange(periods) };
  });
  await tx.execute(sql`
    update offerings o set visible = r.visible::tstzmultirange
    from jsonb_to_recordset(${JSON.stringify(visible)}::jsonb) as r(id uuid, visible text)
    where o.id = r.id and o.visible is distinct from r.visible::tstzmultirange`);
}

/** Days begin at midnight in the country. */
function toMultirange(periods: Period[]): string {
  const moment = (day: string | null) => (day ? new Date(startOfDay(day, country.timeZone) * 1000).toISOString() : "");
  return `{${periods.map(({ from, until }) => `[${moment(from)},${moment(until)})`).join(",")}}`;
}
