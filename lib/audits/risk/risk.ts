/** What the register knows of a provider or an offering that speaks for looking at it. Counts are of what is open or happened in two years. */
export type RiskFacts = {
  openFlags: number;
  /** The sum of what monitoring gives the changes and flags that nobody has looked at (lib/monitoring/risk.ts). */
  monitoringRisk: number;
  substantiatedReports: number;
  /** Months since its last audit was closed; null where there was none. */
  monthsSinceAudit: number | null;
  /** Whether no accreditation in force lasts another half year. */
  accreditationLapses: boolean;
  restrictions: number;
  sessions: number;
  unconfirmedSessions: number;
};

/** What can add to a risk, each with the most that it adds. The sum is at most 100. */
export const riskParts = {
  reports: 24,
  monitoring: 20,
  lastAudit: 16,
  restrictions: 16,
  flags: 12,
  accreditation: 6,
  sessions: 6,
} as const;

export type RiskPart = keyof typeof riskParts;
export type Risk = Record<RiskPart, number>;

const upTo = (part: RiskPart, points: number) => Math.min(riskParts[part], Math.max(0, Math.round(points)));

/**
 * How much speaks for an audit, part by part. Substantiated reports weigh most, since somebody was harmed; an audit long ago speaks for
 * another, and none at all as much as four years; what only a machine found weighs less than what people did.
 */
export function riskOf(facts: RiskFacts): Risk {
  return {
    reports: upTo("reports", facts.substantiatedReports * 12),
    monitoring: upTo("monitoring", facts.monitoringRisk / 10),
    lastAudit: upTo("lastAudit", ((facts.monthsSinceAudit ?? 48) / 48) * riskParts.lastAudit),
    restrictions: upTo("restrictions", facts.restrictions * 8),
    flags: upTo("flags", facts.openFlags * 2),
    accreditation: facts.accreditationLapses ? riskParts.accreditation : 0,
    sessions: facts.sessions === 0 ? 0 : upTo("sessions", (facts.unconfirmedSessions / facts.sessions) * riskParts.sessions),
  };
}

export const scoreOf = (risk: Partial<Record<string, number>>): number =>
  Object.values(risk).reduce<number>((sum, part) => sum + (part ?? 0), 0);
