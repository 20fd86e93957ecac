import type { Day } from "@/lib/days/days";

/** What a quality agency's file says, in one shape whatever form it had. Nothing here has been compared with the register yet. */
export const reportStatuses = ["obligatory", "voluntary"] as const;
export const reportDecisions = ["positive", "conditional", "negative", "not-applicable"] as const;
export const reportTypes = ["institutional", "institutional-programme", "programme", "joint-programme"] as const;

export type ReportStatus = (typeof reportStatuses)[number];
export type ReportDecision = (typeof reportDecisions)[number];
export type ReportType = (typeof reportTypes)[number];

/** `resource` says whose number it is; null is the agency's own. DEQARINST and ETER have fields of their own and are told apart by them. */
export type SaidIdentifier = { resource: "DEQARINST" | "ETER" | (string & {}) | null; value: string };

export type SaidInstitution = {
  identifiers: SaidIdentifier[];
  names: string[];
  country: string | null;
  town: string | null;
  website: string | null;
};

/** QF-EHEA: 0 short, 1 first, 2 second, 3 third cycle. */
export type SaidProgramme = {
  name: string;
  alternativeNames: string[];
  qualification: string | null;
  identifiers: SaidIdentifier[];
  countries: string[];
  cycle: 0 | 1 | 2 | 3 | null;
  nqfLevel: string | null;
  degree: boolean | null;
  ects: number | null;
  assessment: "attendance" | "assessment" | "none" | null;
  skills: string[];
  outcomes: string | null;
  field: string | null;
};

export type SaidFile = { url: string; name: string | null; languages: string[] };
export type SaidLink = { url: string; name: string | null };
/** DEQAR's number of an activity or of a group of them, a name, or the agency's own name for it. */
export type SaidActivity = { by: "id" | "group" | "name" | "local"; value: string };

export type SaidReport = {
  agency: string;
  contributing: string[];
  localIdentifier: string | null;
  reportId: string | null;
  activities: SaidActivity[];
  status: ReportStatus;
  decision: ReportDecision;
  summary: string | null;
  comment: string | null;
  from: Day;
  /** The last day; null where the file states none. DEQAR then counts six years; the register does not. */
  lastDay: Day | null;
  files: SaidFile[];
  links: SaidLink[];
  institutions: SaidInstitution[];
  platforms: SaidInstitution[];
  programmes: SaidProgramme[];
};

export type SaidAgency = {
  deqarId: number;
  acronym: string;
  name: string;
  country: string | null;
  website: string | null;
  reportsLink: string | null;
  note: string | null;
  description: string | null;
  /** In EQAR from a day to a last day, which may not be stated; null where no registration is. */
  registration: { from: Day; lastDay: Day | null } | null;
};

export type SaidAgencyActivity = {
  /** By acronym, or by the place of the agency in DEQAR's own list. */
  agency: { acronym: string } | { place: number };
  activityId: number | null;
  name: string;
  type: ReportType | null;
  reportsLink: string | null;
};
