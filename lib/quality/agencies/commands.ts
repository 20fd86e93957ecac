import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db";
import { agencyActivities, qualityAgencies, qualityAgencyTerms } from "@/db/schema";
import { fromRange, toRange } from "@/lib/days/days";
import type { SaidAgency, SaidAgencyActivity } from "@/lib/interop/deqar/said";
import { validityOf } from "@/lib/quality/report";
import { type Term, withTerm } from "@/lib/quality/terms";
import type { ProblemCode } from "@/lib/result";

type Written = { outcome: "added" | "updated" | "unchanged" } | { code: ProblemCode; field: string };

/** Writes an agency and its time in EQAR as a file says them. The caller holds the lock of quality data. */
export async function writeAgency(
  tx: Transaction,
  said: SaidAgency,
  { place, source, at }: { place: number; source: string; at: string },
): Promise<Written> {
  const { registration, ...facts } = said;
  const [taken] = await tx
    .select({ deqarId: qualityAgencies.deqarId })
    .from(qualityAgencies)
    .where(and(sql`lower(${qualityAgencies.acronym}) = lower(${said.acronym})`, sql`${qualityAgencies.deqarId} <> ${said.deqarId}`));
  if (taken) return { code: "qualityAcronymTaken", field: "acronym" };
  const [before] = await tx.select().from(qualityAgencies).where(eq(qualityAgencies.deqarId, said.deqarId)).for("update");
  if (!before) {
    const [made] = await tx
      .insert(qualityAgencies)
      .values({ ...facts, place })
      .returning({ id: qualityAgencies.id });
    if (made && registration) await writeTerms(tx, made.id, validityOf(registration) as Term, source, at);
    return { outcome: "added" };
  }
  const isOther = Object.entries({ ...facts, place }).some(([name, value]) => before[name as keyof typeof before] !== value);
  if (isOther)
    await tx
      .update(qualityAgencies)
      .set({ ...facts, place, updatedAt: sql`now()` })
      .where(eq(qualityAgencies.id, before.id));
  const isLonger = registration ? await writeTerms(tx, before.id, validityOf(registration) as Term, source, at) : false;
  return { outcome: isOther || isLonger ? "updated" : "unchanged" };
}

/** Closes what is no longer so and writes what is: both clocks. Says whether anything changed. */
async function writeTerms(tx: Transaction, agencyId: string, said: Term, source: string, at: string): Promise<boolean> {
  const held = await tx
    .select()
    .from(qualityAgencyTerms)
    .where(and(eq(qualityAgencyTerms.agencyId, agencyId), sql`upper_inf(${qualityAgencyTerms.recorded})`));
  const before = held.map(({ id, valid }) => ({ id, range: valid, ...(fromRange(valid) as Term) }));
  const after = withTerm(before, said).map((term) => toRange(term));
  const gone = before.filter(({ range }) => !after.includes(range));
  const fresh = after.filter((range) => !before.some((one) => one.range === range));
  for (const { id } of gone)
    await tx
      .update(qualityAgencyTerms)
      .set({ recorded: sql`tstzrange(lower(recorded), ${at}::timestamptz)` })
      .where(eq(qualityAgencyTerms.id, id));
  for (const valid of fresh)
    await tx.insert(qualityAgencyTerms).values({ agencyId, valid, source, recorded: sql`tstzrange(${at}::timestamptz, null)` });
  return gone.length + fresh.length > 0;
}

/** Writes an activity of an agency: by DEQAR's number where there is one, else by its name. */
export async function writeActivity(tx: Transaction, said: SaidAgencyActivity): Promise<Written> {
  const by =
    "acronym" in said.agency
      ? sql`lower(${qualityAgencies.acronym}) = lower(${said.agency.acronym})`
      : eq(qualityAgencies.place, said.agency.place);
  const [agency] = await tx.select({ id: qualityAgencies.id }).from(qualityAgencies).where(by);
  if (!agency) return { code: "qualityAgencyUnknown", field: "acronym" in said.agency ? "agency" : "agency_pk" };
  const { activityId, name, type, reportsLink } = said;
  const same = activityId === null ? undefined : eq(agencyActivities.activityId, activityId);
  const named = and(eq(agencyActivities.agencyId, agency.id), sql`lower(${agencyActivities.name}) = lower(${name})`);
  const [numbered] = same ? await tx.select().from(agencyActivities).where(same).for("update") : [];
  const [byName] = numbered ? [] : await tx.select().from(agencyActivities).where(named).for("update");
  const before = numbered ?? (activityId === null || byName?.activityId === null ? byName : undefined);
  if (!before) {
    // Two numbers can stand under one name of a group: DEQAR's number then tells them apart.
    const free = byName ? `${name} (${activityId})` : name;
    await tx.insert(agencyActivities).values({ agencyId: agency.id, activityId, name: free, type, reportsLink });
    return { outcome: "added" };
  }
  const change = { activityId: activityId ?? before.activityId, type: type ?? before.type, reportsLink: reportsLink ?? before.reportsLink };
  const isOther = change.activityId !== before.activityId || change.type !== before.type || change.reportsLink !== before.reportsLink;
  if (isOther) await tx.update(agencyActivities).set(change).where(eq(agencyActivities.id, before.id));
  return { outcome: isOther ? "updated" : "unchanged" };
}
