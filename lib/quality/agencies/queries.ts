import { type Database, db } from "@/db";
import { agencyActivities, qualityAgencies } from "@/db/schema";
import type { ReportType } from "@/lib/interop/deqar/said";

export type KnownActivity = { activityId: number | null; name: string; type: ReportType | null };
export type KnownAgency = { id: string; deqarId: number; acronym: string; activities: KnownActivity[] };

/** All agencies with what they do: some dozens, by which every row of a file is read. */
export async function readAgencies(database: Database = db): Promise<KnownAgency[]> {
  const [agencies, activities] = await Promise.all([
    database.select({ id: qualityAgencies.id, deqarId: qualityAgencies.deqarId, acronym: qualityAgencies.acronym }).from(qualityAgencies),
    database.select().from(agencyActivities),
  ]);
  const of = Map.groupBy(activities, ({ agencyId }) => agencyId);
  return agencies.map((agency) => ({
    ...agency,
    activities: (of.get(agency.id) ?? []).map(({ activityId, name, type }) => ({ activityId, name, type: type as ReportType | null })),
  }));
}
