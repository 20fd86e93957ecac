import { mayAtAll, type Permission, type Role } from "@/lib/auth/permissions";
import { addDays, type Day, daysBetween, startOfDay } from "@/lib/days/days";

/** What each kind of notice is filled with. A text that is a day is written as the reader writes days. */
export type NoticeValues = {
  "accreditation-lapses": { accreditation: string; on: Day; days: number };
  "application-received": { organisation: string };
  "application-questioned": { organisation: string };
  "case-assigned": { organisation: string };
  "guest-invited": { organisation: string };
  "guest-ended": { organisation: string };
  "case-to-moderate": { organisation: string };
  "case-to-decide": { organisation: string };
  "case-remitted": { organisation: string };
  "application-decided": { organisation: string; decision: "registered" | "refused" | "remitted" };
  "import-finished": { file: string; published: number; drafts: number; refused: number };
  "import-failed": { file: string };
  "undo-failed": { file: string };
  "session-unconfirmed": { sessions: number };
  "feed-asks": { feed: string };
  "published-on-schedule": { offering: string };
  "schedule-failed": { offering: string };
  "register-decided": { decision: string; number: number; from: Day };
  "monitoring-comment": { offering: string; text: string };
  "monitoring-shared": { offering: string };
  "report-received": { number: string };
  "report-forwarded": { number: string; on: Day };
  "report-answered": { number: string };
  "report-closed": { number: string; outcome: string };
  "audit-announced": { number: string };
  "audit-asked": { number: string; on: Day };
  "audit-findings": { number: string; on: Day };
  "audit-final": { number: string };
  "audit-action": { number: string; on: Day };
  "audit-due": { number: string; on: Day; when: "before" | "today" | "after" };
  "audit-closed": { number: string };
  "audit-assigned": { number: string };
  "audit-moved": { number: string; organisation: string };
  "audit-proposed": { number: string; organisation: string };
  "jurisdiction-changed": { region: string; on: Day; change: "gained" | "lost" | "kept" | "undone" };
  "service-ends": { service: string; on: Day; change: "ends" | "stays" };
  "list-changed": { offering: string; changes: number };
};

export type NoticeKind = keyof NoticeValues;

/** How somebody is told: by mail at once, by one mail a day, or in the desk only. The desk shows every notice. */
export const ways = ["at-once", "digest", "never"] as const;
export type Way = (typeof ways)[number];

type Kind = {
  /** Whose notice it is in an organisation: those who may do something about it. */
  right: Permission;
  /** As long as they have not chosen. */
  way: Way;
};

/** Mail at once is for what waits for an answer; what somebody asked for and sees anyway stays in the desk. */
export const noticeKinds: Record<NoticeKind, Kind> = {
  "application-received": { right: "application.decide", way: "at-once" },
  "application-questioned": { right: "application.write", way: "at-once" },
  "case-assigned": { right: "case.assess", way: "at-once" },
  "guest-invited": { right: "case.assess", way: "at-once" },
  "guest-ended": { right: "case.assess", way: "at-once" },
  "case-to-moderate": { right: "case.moderate", way: "at-once" },
  "case-to-decide": { right: "application.decide", way: "at-once" },
  "case-remitted": { right: "case.check", way: "at-once" },
  "application-decided": { right: "application.write", way: "at-once" },
  "register-decided": { right: "team.manage", way: "at-once" },
  "monitoring-comment": { right: "offering.write", way: "at-once" },
  "monitoring-shared": { right: "monitoring.act", way: "digest" },
  "report-received": { right: "report.handle", way: "digest" },
  "report-forwarded": { right: "report.answer", way: "at-once" },
  "report-answered": { right: "report.handle", way: "digest" },
  "report-closed": { right: "report.answer", way: "digest" },
  "audit-announced": { right: "audit.answer", way: "at-once" },
  "audit-asked": { right: "audit.answer", way: "at-once" },
  "audit-findings": { right: "audit.answer", way: "at-once" },
  "audit-final": { right: "audit.answer", way: "at-once" },
  "audit-action": { right: "audit.answer", way: "at-once" },
  "audit-due": { right: "audit.answer", way: "at-once" },
  "audit-closed": { right: "audit.answer", way: "digest" },
  "audit-assigned": { right: "audit.act", way: "at-once" },
  "audit-moved": { right: "audit.act", way: "digest" },
  "audit-proposed": { right: "decision.sign", way: "at-once" },
  "jurisdiction-changed": { right: "authority.read", way: "at-once" },
  "service-ends": { right: "guidance.use", way: "at-once" },
  "list-changed": { right: "guidance.use", way: "digest" },
  "accreditation-lapses": { right: "offering.write", way: "digest" },
  "session-unconfirmed": { right: "offering.write", way: "digest" },
  "published-on-schedule": { right: "offering.publish", way: "digest" },
  "schedule-failed": { right: "offering.publish", way: "at-once" },
  "feed-asks": { right: "harvest.manage", way: "digest" },
  "import-finished": { right: "catalogue.import", way: "never" },
  "import-failed": { right: "catalogue.import", way: "digest" },
  "undo-failed": { right: "import.undo", way: "at-once" },
};

export const kindsInOrder = Object.keys(noticeKinds) as NoticeKind[];

/** What can reach somebody who acts in these roles; who belongs to nothing yet is told of their application. */
export function kindsFor(roles: readonly Role[]): NoticeKind[] {
  const actors = (roles.length === 0 ? (["person"] as const) : roles).map((role) => ({ id: "", role, organisationId: null }));
  return kindsInOrder.filter((kind) => actors.some((actor) => mayAtAll(actor, noticeKinds[kind].right)));
}

export function isNoticeKind(kind: string): kind is NoticeKind {
  return Object.hasOwn(noticeKinds, kind);
}

/** How a person wants to be told of a kind. */
export function wayFor(choices: Record<string, string>, kind: NoticeKind): Way {
  return ways.find((way) => way === choices[kind]) ?? noticeKinds[kind].way;
}

const warnings = [7, 30, 90];

/** Which of the warnings a lapse is due for: 90, 30 and 7 days before the last day; null where it is further off or over. */
export function warningFor(lastDay: Day, day: Day): number | null {
  const left = daysBetween(day, lastDay);
  if (left < 0) return null;
  return warnings.find((days) => left <= days) ?? null;
}

/** Providers say of every session to come that it is still true; after so many days without that, it is asked. */
const confirmedFor = 60;

export function unconfirmedSince(day: Day): Day {
  return addDays(day, -confirmedFor);
}

/** The digest of a day goes out from seven in the morning on, with what was noticed before that. */
export function digestMoment(day: Day, timeZone: string): Date {
  return new Date((startOfDay(day, timeZone) + 7 * 3600) * 1000);
}
