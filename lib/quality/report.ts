import { addDays, contains, type Day, type Period } from "@/lib/days/days";
import type { ReportDecision, ReportType, SaidReport } from "@/lib/interop/deqar/said";

/** DEQAR's last day as the register's half-open period; where none is stated, there is no end, which pages say as "end not stated". */
export function validityOf({ from, lastDay }: Pick<SaidReport, "from" | "lastDay">): Period {
  return { from, until: lastDay === null ? null : addDays(lastDay, 1) };
}

/**
 * The type of a report is that of its activities. Where these are not known here, what it covers shows it, as DEQAR ties the two: without
 * programmes it is institutional, with programmes of several providers joint.
 */
export function typeOf({ institutions, programmes }: SaidReport, ofActivities: (ReportType | null)[]): ReportType {
  const [known] = ofActivities.flatMap((type) => type ?? []);
  if (known) return known;
  if (programmes.length === 0) return "institutional";
  return institutions.length > 1 ? "joint-programme" : "programme";
}

/** What names a report at its agency. */
export function identifierOf({ localIdentifier, reportId }: Pick<SaidReport, "localIdentifier" | "reportId">): string {
  return localIdentifier ?? `DEQAR ${reportId}`;
}

export type ReportState = "in-force" | "negative" | "ended" | "to-come";

/** What a report is on a day. A negative one puts nothing in force, however long it is kept. */
export function reportState({ decision, valid }: { decision: ReportDecision; valid: Period }, day: Day): ReportState {
  if (valid.from !== null && day < valid.from) return "to-come";
  if (!contains(valid, day)) return "ended";
  return decision === "negative" ? "negative" : "in-force";
}

/** The EQF level of a QF-EHEA cycle. */
export function eqfOfCycle(cycle: 0 | 1 | 2 | 3): number {
  return cycle + 5;
}

/** Whether two addresses name the same paper, however they are written. */
export function isSameAddress(one: string, other: string): boolean {
  const bare = (url: string) => url.replace(/^https?:\/\/(www\.)?/i, "").replace(/\/+$/, "");
  return bare(one) === bare(other);
}
