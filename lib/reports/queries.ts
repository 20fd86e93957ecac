import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db";
import type { ReportOutcome, Texts } from "@/db/schema";
import { type Actor, may } from "@/lib/auth/permissions";
import { hashOf } from "@/lib/auth/secret";
import { today } from "@/lib/clock";
import type { Day } from "@/lib/days/days";
import { overseenBy } from "@/lib/decisions/overview/queries";
import { saysOrIsCalled } from "@/lib/providers/names/queries";
import type { ReportFilter, ReportQuery } from "./input";
import { perPage } from "./report";

/** A case as everyone who may read it sees it: nobody is shown who reported it. */
export type ReportView = {
  number: number;
  organisationId: string;
  page: string;
  kind: string;
  text: string;
  locale: string;
  versionNumber: number | null;
  title: Texts | null;
  original: string | null;
  provider: Texts;
  providerSlug: string;
  offeringSlug: string | null;
  receivedAt: Date;
  dueOn: Day;
  forwardedAt: Date | null;
  forwardedNote: string;
  providerDueOn: Day | null;
  providerAnswer: string | null;
  providerAnsweredAt: Date | null;
  outcome: ReportOutcome | null;
  answer: string | null;
  closedAt: Date | null;
  closedBy: Texts | null;
  correctionVersion: number | null;
  correctionDecision: number | null;
  /** Whether an answer goes to an address, whether that is yet to be confirmed. */
  mail: "none" | "unconfirmed" | "confirmed";
};

const named = (id: string) => sql`(select n.name from known_names n where n.organisation_id = ${sql.raw(id)}
  order by n.valid @> ${today()}::date desc, lower(n.valid) desc nulls last limit 1)`;

function rowsWhere(where: SQL, rest = sql``) {
  return db.execute<ReportRow>(sql`
    select r.number::int, r.organisation_id as "organisationId", r.page, r.kind, r.text, r.locale, r.version_number as "versionNumber",
      v.content->'title' as title, v.content->>'originalLanguage' as original, ${named("o.id")} as provider, o.slug as "providerSlug",
      f.slug as "offeringSlug", r.received_at as "receivedAt", r.due_on::text as "dueOn", r.forwarded_at as "forwardedAt",
      r.forwarded_note as "forwardedNote", r.provider_due_on::text as "providerDueOn", r.provider_answer as "providerAnswer",
      r.provider_answered_at as "providerAnsweredAt", r.outcome, r.answer, r.closed_at as "closedAt",
      case when r.closed_by_id is not null then ${named("r.closed_by_id")} end as "closedBy", r.correction_version as "correctionVersion",
      (select d.number::int from decisions d where d.id = r.correction_decision_id) as "correctionDecision",
      case when r.email is null then 'none' when r.email_confirmed_at is null then 'unconfirmed' else 'confirmed' end as mail
    from reports r join organisations o on o.id = r.organisation_id
    left join offerings f on f.id = r.offering_id left join versions v on v.offering_id = f.id and v.number = r.version_number
    where ${where} ${rest}`);
}

type Moments = "receivedAt" | "forwardedAt" | "providerAnsweredAt" | "closedAt";
type ReportRow = Omit<ReportView, Moments> & Record<Moments, string | Date | null>;

function toView(row: ReportRow): ReportView {
  const at = (moment: string | Date | null) => (moment === null ? null : new Date(moment));
  const { receivedAt, forwardedAt, providerAnsweredAt, closedAt } = row;
  const moments = { forwardedAt: at(forwardedAt), providerAnsweredAt: at(providerAnsweredAt), closedAt: at(closedAt) };
  return { ...row, ...moments, receivedAt: new Date(receivedAt ?? 0) };
}

/** The case of whoever holds its secret link. */
export async function findReportByLink(token: string): Promise<ReportView | undefined> {
  const [row] = await rowsWhere(sql`r.token_hash = ${hashOf(token)}`);
  return row && toView(row);
}

/** Which cases somebody may read: those of the providers that their authority answers for, or those that were put to their own. */
async function scopeOf(actor: Actor, side: "authority" | "provider"): Promise<SQL | undefined> {
  const { organisationId } = actor;
  if (!organisationId) return undefined;
  if (side === "provider")
    return may(actor, "report.own", { organisationId })
      ? sql`r.organisation_id = ${organisationId}::uuid and r.forwarded_at is not null`
      : undefined;
  if (!may(actor, "report.read", { organisationId })) return undefined;
  const [authority] = await db.execute<{ slug: string }>(sql`select slug from organisations where id = ${organisationId}::uuid`);
  // What is wrong with the site itself is the own matter of the authority that keeps it.
  return authority && sql`(${overseenBy(organisationId, authority.slug)} or o.id = ${organisationId}::uuid)`;
}

export async function findReport(actor: Actor, number: string, side: "authority" | "provider"): Promise<ReportView | undefined> {
  const scope = /^[1-9]\d{0,8}$/.test(number) ? await scopeOf(actor, side) : undefined;
  if (!scope) return undefined;
  const [row] = await rowsWhere(sql`r.number = ${Number(number)} and ${scope}`);
  return row && toView(row);
}

export type ReportPage = { rows: ReportView[]; total: number; pages: number; page: number };

function condition(state: ReportFilter, day: Day): SQL {
  const open = sql`r.closed_at is null`;
  const conditions: Record<ReportFilter, SQL> = {
    open,
    late: sql`${open} and (r.due_on < ${day}::date or (r.forwarded_at is not null and r.provider_answered_at is null and r.provider_due_on < ${day}::date))`,
    received: sql`${open} and r.forwarded_at is null`,
    forwarded: sql`${open} and r.forwarded_at is not null and r.provider_answered_at is null`,
    answered: sql`${open} and r.provider_answered_at is not null`,
    closed: sql`r.closed_at is not null`,
    all: sql`true`,
  };
  return conditions[state];
}

/** A page of cases: the open ones by the day on which they are due, then the closed ones, the last first. */
export async function listReports(actor: Actor, query: ReportQuery, side: "authority" | "provider"): Promise<ReportPage> {
  const scope = await scopeOf(actor, side);
  if (!scope) return { rows: [], total: 0, pages: 1, page: 1 };
  const says = saysOrIsCalled(
    sql`'r-' || lpad(r.number::text, 5, '0') || ' ' || r.page || ' ' || r.text`,
    (called) => sql`o.id in (${called})`,
    query.q,
  );
  const where = sql.join([scope, condition(query.state, today()), says], sql` and `);
  const [counted] = await db.execute<{ total: number }>(
    sql`select count(*)::int as total from reports r join organisations o on o.id = r.organisation_id where ${where}`,
  );
  const total = counted?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / perPage));
  const page = Math.min(query.page, pages);
  const order = sql`order by r.closed_at is not null, case when r.closed_at is null then r.due_on end, r.closed_at desc, r.number`;
  // Which they are is found first, so that what a row tells is asked of those alone that are shown.
  const shown = sql`r.id in (select r.id from reports r join organisations o on o.id = r.organisation_id where ${where} ${order}
    limit ${perPage} offset ${(page - 1) * perPage})`;
  return { rows: (await rowsWhere(shown, order)).map(toView), total, pages, page };
}
