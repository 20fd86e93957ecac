import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db";
import type { Texts } from "@/db/schema";
import type { Stage, Turn } from "@/lib/audits/audit";
import type { AuditResult } from "@/lib/audits/result";
import { type Actor, may, personIdOf } from "@/lib/auth/permissions";
import { today } from "@/lib/clock";
import type { Day } from "@/lib/days/days";
import { saysOrIsCalled } from "@/lib/providers/names/queries";
import { type AuditFilter, type AuditQuery, auditsPerPage } from "./list";

/** An audit in a list: what it is about and where it stands, nothing of what was found. */
export type AuditRow = {
  number: number;
  provider: Texts;
  title: Texts | null;
  original: string | null;
  plan: Texts | null;
  stage: Stage;
  turn: Turn;
  dueOn: Day | null;
  auditor: string | null;
  result: AuditResult | null;
  closedOn: Day | null;
  /** Corrective actions whose day is over. */
  overdue: number;
};

export type AuditPage = { rows: AuditRow[]; total: number; pages: number; page: number };

const named = (id: string) => sql`(select n.name from known_names n where n.organisation_id = ${sql.raw(id)}
  order by n.valid @> ${today()}::date desc, lower(n.valid) desc nulls last limit 1)`;
/** Corrective actions whose day is over, counted once a query (`late`) and not once an audit. */
const lateActions = (day: Day) => sql`left join (select a.case_id, count(*)::int as count from audit_actions a
  where a.state = 'open' and a.due_on < ${day}::date group by a.case_id) late on late.case_id = c.id`;
const overdue = sql`coalesce(late.count, 0)`;
const late = (day: Day) => sql`(c.stage <> 'closed' and (c.due_on < ${day}::date or ${overdue} > 0))`;
const label = sql`'a-' || lpad(c.number::text, 5, '0')`;

function conditionFor(filter: AuditFilter, actor: Actor, day: Day): SQL {
  switch (filter) {
    case "open":
      return sql`c.stage <> 'closed'`;
    case "mine":
      return sql`c.stage <> 'closed' and c.auditor_id = ${personIdOf(actor)}::uuid`;
    case "late":
      return late(day);
    case "authority":
    case "provider":
      return sql`c.turn = ${filter}`;
    case "all":
      return sql`true`;
    default:
      return sql`c.stage = ${filter}`;
  }
}

/** Those of the authority for which one acts; or, for its provider, those that it was told of. */
function scopeOf(actor: Actor, side: "authority" | "provider"): SQL | undefined {
  const { organisationId } = actor;
  if (!organisationId) return undefined;
  if (side === "authority") return may(actor, "audit.read", { organisationId }) ? sql`c.authority_id = ${organisationId}::uuid` : undefined;
  return may(actor, "audit.own", { organisationId })
    ? sql`c.organisation_id = ${organisationId}::uuid and exists
    (select from audit_acts a where a.case_id = c.id and a.act->>'kind' = 'announced')`
    : undefined;
}

const from = (
  day: Day,
) => sql`from audit_cases c ${lateActions(day)} left join offerings f on f.id = c.offering_id left join versions v on v.id = f.current_version_id
  left join audit_plans p on p.id = c.plan_id left join people h on h.id = c.auditor_id`;

/** A page of audits: the late ones first, then by the day on which they are due; closed ones last. */
export async function listAudits(actor: Actor, query: AuditQuery, side: "authority" | "provider"): Promise<AuditPage> {
  const scope = scopeOf(actor, side);
  if (!scope) return { rows: [], total: 0, pages: 1, page: 1 };
  const day = today();
  const text = sql`${label} || ' ' || coalesce(v.title, '') || ' ' || coalesce(p.title::text, '')`;
  const of = [
    ...(query.plan ? [sql`p.slug = ${query.plan}`] : []),
    ...(query.auditor === "none"
      ? [sql`c.auditor_id is null`]
      : /^[0-9a-f-]{36}$/.test(query.auditor)
        ? [sql`c.auditor_id::text = ${query.auditor}`]
        : []),
  ];
  const where = sql.join(
    [scope, conditionFor(query.state, actor, day), ...of, saysOrIsCalled(text, (called) => sql`c.organisation_id in (${called})`, query.q)],
    sql` and `,
  );
  const [counted] = await db.execute<{ total: number }>(sql`select count(*)::int as total ${from(day)} where ${where}`);
  const total = counted?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / auditsPerPage));
  const page = Math.min(query.page, pages);
  const order = sql`order by c.stage = 'closed', not ${late(day)}, case when c.stage <> 'closed' then c.due_on end nulls last, c.closed_on desc, c.number`;
  // Which they are is found first, so that what a row tells is asked of those alone that are shown.
  const shown = sql`select c.id ${from(day)} where ${where} ${order} limit ${auditsPerPage} offset ${(page - 1) * auditsPerPage}`;
  const rows = await db.execute<AuditRow>(sql`
    select c.number::int, ${named("c.organisation_id")} as provider, v.content->'title' as title, v.content->>'originalLanguage' as original, p.title as plan,
      c.stage, c.turn, c.due_on::text as "dueOn", coalesce(nullif(h.name, ''), h.email) as auditor, c.result, c.closed_on::text as "closedOn", ${overdue} as overdue
    ${from(day)} where c.id in (${shown}) ${order}`);
  return { rows: [...rows], total, pages, page };
}

export type AuditorOption = { id: string; name: string };

/** The auditors of the authority for which one acts. */
export async function listAuditors(actor: Actor): Promise<AuditorOption[]> {
  if (!actor.organisationId || !may(actor, "audit.read", { organisationId: actor.organisationId })) return [];
  const rows =
    await db.execute<AuditorOption>(sql`select h.id, coalesce(nullif(h.name, ''), h.email) as name from memberships m join people h on h.id = m.person_id
    where m.organisation_id = ${actor.organisationId}::uuid and m.role = 'auditor' and h.suspended_at is null order by 2`);
  return [...rows];
}

export type OwnDue = { number: number; dueOn: Day | null; stage: Stage; overdue: number };

/** The audits in which it is the provider's turn, the most pressing first: for the front page of its desk. */
export async function listOwnDue(actor: Actor): Promise<OwnDue[]> {
  const scope = scopeOf(actor, "provider");
  if (!scope) return [];
  const day = today();
  const rows = await db.execute<OwnDue>(sql`select c.number::int, c.due_on::text as "dueOn", c.stage, ${overdue} as overdue
    from audit_cases c ${lateActions(day)} where ${scope} and c.stage <> 'closed' and (c.turn = 'provider' or ${overdue} > 0) order by ${overdue} = 0, c.due_on, c.number limit 20`);
  return [...rows];
}
