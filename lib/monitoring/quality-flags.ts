import { contains, type Day } from "@/lib/days/days";
import { fold } from "@/lib/imports/fold";
import type { ReportDecision } from "@/lib/interop/deqar/said";
import type { OfferingContent } from "@/lib/offerings/content";
import { eqfOfCycle, isSameAddress, reportState } from "@/lib/quality/report";

export const qualityFlagKinds = ["unreported", "agency", "contradicted", "programme"] as const;
type Flag = { kind: (typeof qualityFlagKinds)[number]; values: Record<string, string | number> };

/** An external quality report about the provider, as far as the rules read it. */
export type ReportFact = {
  agency: string;
  localIdentifier: string;
  decision: ReportDecision;
  valid: { from: Day | null; until: Day | null };
  /** Addresses of its papers, by which an accreditation names it. */
  addresses: string[];
  programmes: { names: string[]; cycle: 0 | 1 | 2 | 3 | null; ects: number | null }[];
};

/** An accreditation in force that covers the offering, and whether the agency behind it is in EQAR; null where no agency of DEQAR's is. */
type DeclaredFact = { standard: string; reportUrl: string | null; agency: { acronym: string; inEqar: boolean } | null };

/** What quality agencies say; undefined where the instance has never imported anything of theirs, so that nothing can be missing. */
export type QualityFacts = { day: Day; reports: ReportFact[]; declared: DeclaredFact[] };

/** Where agencies' reports differ from what the provider declared. Each is a question; the register decides nothing by a report. */
export function qualityFlagsOf(content: OfferingContent, facts: QualityFacts | undefined): Flag[] {
  if (!facts) return [];
  return [unreported(content, facts), agency(facts), contradicted(facts), programme(content, facts)].filter((flag) => flag !== undefined);
}

function unreported({ quality }: OfferingContent, { day, reports }: QualityFacts): Flag | undefined {
  if (!quality.includes("esg") || reports.some((one) => reportState(one, day) === "in-force")) return undefined;
  return { kind: "unreported", values: { known: reports.length } };
}

/** The ESG are what EQAR registers agencies by; an accreditation by another standard asks nothing of them. */
function agency({ declared }: QualityFacts): Flag | undefined {
  const outside = declared.find((one) => one.standard === "esg" && one.agency && !one.agency.inEqar);
  return outside?.agency ? { kind: "agency", values: { agency: outside.agency.acronym } } : undefined;
}

function contradicted({ day, reports, declared }: QualityFacts): Flag | undefined {
  const named = declared.flatMap(({ reportUrl }) => (reportUrl === null ? [] : [reportUrl]));
  const against = reports.find((one) => one.addresses.some((url) => named.some((one) => isSameAddress(one, url))) && isAgainst(one, day));
  if (!against) return undefined;
  const { agency, localIdentifier, decision, valid } = against;
  const state = decision === "negative" ? "negative" : "ended";
  return { kind: "contradicted", values: { agency, report: localIdentifier, state, on: valid.until ?? "" } };
}

const isAgainst = (one: ReportFact, day: Day) => one.decision === "negative" || reportState(one, day) === "ended";

function programme({ title, eqf, ects }: OfferingContent, { day, reports }: QualityFacts): Flag | undefined {
  const titles = Object.values(title).flatMap((text) => (text ? [fold(text)] : []));
  for (const { agency, localIdentifier, programmes, valid } of reports) {
    if (!contains(valid, day)) continue;
    for (const { names, cycle, ects: credits } of programmes) {
      if (!names.some((name) => titles.includes(fold(name)))) continue;
      const about = { agency, report: localIdentifier };
      if (cycle !== null && eqf !== null && eqfOfCycle(cycle) !== eqf)
        return { kind: "programme", values: { ...about, of: "level", said: eqfOfCycle(cycle), stated: eqf } };
      if (credits !== null && ects !== null && credits !== ects)
        return { kind: "programme", values: { ...about, of: "ects", said: credits, stated: ects } };
    }
  }
  return undefined;
}
