import { fold } from "@/lib/imports/fold";
import type { ReportDecision, ReportStatus, ReportType, SaidProgramme } from "./said";

/** DEQAR gives each value of a list as its number, as a word or as both ("1 - positive"). */
function meaning<T>(table: Record<string, T>): (written: string) => T | undefined {
  return (written) => {
    const said = fold(written).replace(/^(\d)\s*[-–:]\s*/, "");
    const key = said === "" ? fold(written) : said;
    return Object.hasOwn(table, key) ? table[key] : undefined;
  };
}

export const toStatus = meaning<ReportStatus>({
  1: "obligatory",
  "part of obligatory eqa system": "obligatory",
  obligatory: "obligatory",
  2: "voluntary",
  voluntary: "voluntary",
});

export const toDecision = meaning<ReportDecision>({
  1: "positive",
  positive: "positive",
  2: "conditional",
  "positive with conditions or restrictions": "conditional",
  "positive with conditions": "conditional",
  3: "negative",
  negative: "negative",
  4: "not-applicable",
  "not applicable": "not-applicable",
});

export const toCycle = meaning<NonNullable<SaidProgramme["cycle"]>>({
  0: 0,
  "short cycle": 0,
  1: 1,
  "first cycle": 1,
  2: 2,
  "second cycle": 2,
  3: 3,
  "third cycle": 3,
});

export const toDegree = meaning<boolean>({
  1: true,
  yes: true,
  true: true,
  "full degree": true,
  2: false,
  no: false,
  false: false,
  "no full degree": false,
});

export const toAssessment = meaning<NonNullable<SaidProgramme["assessment"]>>({
  1: "attendance",
  "attendance certificate": "attendance",
  2: "assessment",
  "assessment based certificate": "assessment",
  "assessment-based certificate": "assessment",
  3: "none",
  "no assessment and no certificate": "none",
});

export const toActivityType = meaning<ReportType>({
  1: "programme",
  programme: "programme",
  2: "institutional",
  institutional: "institutional",
  3: "institutional-programme",
  "institutional/programme": "institutional-programme",
  4: "joint-programme",
  "joint programme": "joint-programme",
});

/** ISO 639-1, or 639-2 in either of its forms, as the code that the register writes; undefined where there is no such language. */
export function toLanguage(written: string): string | undefined {
  const code = written.trim().toLowerCase();
  if (!/^[a-z]{2,3}$/.test(code)) return undefined;
  const [canonical] = Intl.getCanonicalLocales(code);
  return canonical && names.of(canonical) !== undefined ? canonical : undefined;
}

const names = new Intl.DisplayNames("en", { type: "language", fallback: "none" });
