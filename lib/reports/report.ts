import type { Report, ReportOutcome } from "@/db/schema";
import { addDays, type Day } from "@/lib/days/days";

/** What a report says is the matter. A complaint is about how somebody was treated; the others are about what a page says. */
export const reportKinds = ["wrong", "misleading", "outdated", "copied", "complaint", "other"] as const;
export type ReportKind = (typeof reportKinds)[number];

export const reportOutcomes = ["substantiated", "unsubstantiated", "admissible", "inadmissible"] as const satisfies ReportOutcome[];

/** The authority answers within so many days; a provider is given so many unless it is told otherwise. */
const answeredWithin = 30;
export const providerDays = 14;

export function answerDue(receivedOn: Day): Day {
  return addDays(receivedOn, answeredWithin);
}

export type ReportState = "received" | "forwarded" | "answered" | "closed";
export const reportStates = ["received", "forwarded", "answered", "closed"] as const satisfies ReportState[];

type Steps = Pick<Report, "forwardedAt" | "providerAnsweredAt" | "closedAt">;

/** Where a case stands: with the authority, with the provider, with the authority again, closed. */
export function reportState({ forwardedAt, providerAnsweredAt, closedAt }: Steps): ReportState {
  if (closedAt) return "closed";
  if (providerAnsweredAt) return "answered";
  return forwardedAt ? "forwarded" : "received";
}

/** Whose day is over: the authority's own comes first, since the reporter waits for it. */
export function lateOn(report: Steps & Pick<Report, "dueOn" | "providerDueOn">, day: Day): "authority" | "provider" | null {
  const state = reportState(report);
  if (state === "closed") return null;
  if (report.dueOn < day) return "authority";
  return state === "forwarded" && report.providerDueOn !== null && report.providerDueOn < day ? "provider" : null;
}

/** What a page tells of: a record, by its folder and slug, or the site itself: a list, figures, the log. */
export type About =
  | { of: "offerings" | "providers" | "register" | "audits/summaries"; slug: string; page: string }
  | { of: "site"; page: string };

const record = /^(offerings|providers|register|audits\/summaries)\/([a-z0-9-]{1,200})$/;
/** Pages that tell nothing of one record. Desks, links that are secret and forms are none of them. */
const site =
  /^(?:|(?:about|accessibility|audits|compare|guided|offerings|privacy|providers|register|skills|statistics)(?:\/[a-z0-9-]{1,200}){0,2})$/;
const besideRecords = ["register/log", "audits/summaries"];

/** The page that a report is about, as its address ends after the language: `offerings/a-slug`, or nothing for the front page. */
export function readAbout(text: unknown): About | undefined {
  if (typeof text !== "string") return undefined;
  const [, of, slug] = besideRecords.includes(text) ? [] : (record.exec(text) ?? []);
  if (of && slug) return { of: of as "offerings", slug, page: text };
  return site.test(text) ? { of: "site", page: text } : undefined;
}

export const isOfSite = (page: string): boolean => readAbout(page)?.of === "site";

export const reportPath = ({ page }: Pick<About, "page">) => `report?about=${page}`;

/** Case numbers as people say them on the telephone. */
export const caseNumber = (number: number) => `R-${String(number).padStart(5, "0")}`;

export const perPage = 25;
