import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db";
import type { Texts } from "@/db/schema";
import type { ApplicationStatus } from "@/lib/applications/application";
import { type Actor, mayAtAll, personIdOf } from "@/lib/auth/permissions";
import type { CaseState } from "@/lib/casework/casework";
import { today } from "@/lib/clock";
import type { Day } from "@/lib/days/days";
import { type Cut, type QueueQuery, queuePerPage } from "./list";

export type QueueRow = {
  id: string;
  names: Texts;
  seat: string | null;
  type: string | null;
  status: ApplicationStatus;
  stage: CaseState["stage"];
  sentOn: Day;
  dueOn: Day | null;
  stopped: boolean;
  holders: string[];
  mine: boolean;
};

export type QueuePage = { rows: QueueRow[]; total: number; pages: number; page: number; counts: Record<Cut, number> };

const windows = sql`('representation', 'appeal')`;

/** Each cut as a condition on `q`, the queue of an authority. */
const conditions = (personId: string | null): Record<Cut, SQL> => ({
  waiting: sql`q.stage <> 'closed' and not q.stopped and q.stage not in ${windows}`,
  mine: sql`q.stage <> 'closed' and ${personId}::uuid = any (q.holder_ids)`,
  unassigned: sql`q.stage <> 'closed' and q.stage not in ${windows} and q.holder_ids = '{}'`,
  overdue: sql`q.stage <> 'closed' and not q.stopped and q.stage not in ${windows} and q.due_on < ${today()}::date`,
  applicant: sql`q.stage <> 'closed' and (q.stopped or q.stage in ${windows})`,
  closed: sql`q.stage = 'closed'`,
  all: sql`true`,
});

/** The applications of an authority, and those into which somebody of it is invited, with the stage of each. After the days for a representation come those for an appeal; then it is closed. */
function queueOf(authorityId: string, personId: string | null): SQL {
  const isOver = sql`c.stage in ${windows} and c.due_on < ${today()}::date`;
  return sql`select a.id, a.content, a.status, a.submitted_at, case when ${isOver} then c.closes_on else c.due_on end as due_on, coalesce(c.holder_ids, '{}') as holder_ids,
      coalesce(c.stopped, a.status = 'questioned') as stopped,
      case when ${isOver} then case when c.closes_on >= ${today()}::date then 'appeal' else 'closed' end
        else coalesce(c.stage::text, case when a.status in ('submitted', 'questioned') then 'gateway' else 'closed' end) end as stage
    from applications a left join cases c on c.application_id = a.id
    where (a.authority_id = ${authorityId}::uuid or a.id in (select g.application_id from case_guests g
        where g.person_id = ${personId}::uuid and g.organisation_id = ${authorityId}::uuid and g.ended_at is null)) and a.status <> 'draft'`;
}

const order: Record<QueueQuery["order"], SQL> = {
  due: sql`q.stage = 'closed', q.stopped, q.due_on nulls last, q.submitted_at, q.id`,
  age: sql`q.submitted_at, q.id`,
  name: sql`cairn_fold(q.content->'identity'->'names'->>(select min(k) from jsonb_object_keys(q.content->'identity'->'names') k)), q.id`,
};

/** A page of the queue: names and where each case stands, nothing of what was stated. */
export async function listQueue(actor: Actor, query: QueueQuery, perPage = queuePerPage): Promise<QueuePage> {
  const personId = personIdOf(actor);
  const is = conditions(personId);
  const none = Object.fromEntries(Object.keys(is).map((cut) => [cut, 0])) as Record<Cut, number>;
  if (!actor.organisationId || !mayAtAll(actor, "application.read")) return { rows: [], total: 0, pages: 1, page: 1, counts: none };
  const queue = queueOf(actor.organisationId, actor.role === "assessor" ? personId : null);
  const says = query.q
    .split(/\s+/)
    .filter(Boolean)
    .map(
      (word) =>
        sql`strpos(cairn_fold(coalesce(q.content->'identity'->>'names', '') || ' ' || coalesce(q.content->'places'->>'seat', '')), cairn_fold(${word})) > 0`,
    );
  const found = sql.join([sql`true`, ...says], sql` and `);
  const counted = sql.join(
    Object.entries(is).map(([cut, condition]) => sql`count(*) filter (where ${condition})::int as ${sql.identifier(cut)}`),
    sql`, `,
  );
  const [counts = none] = await db.execute<Record<Cut, number>>(sql`select ${counted} from (${queue}) q where ${found}`);
  const total = counts[query.state];
  const pages = Math.max(1, Math.ceil(total / perPage));
  const page = Math.min(query.page, pages);
  const rows = await db.execute<QueueRow>(sql`
    select q.id, coalesce(q.content->'identity'->'names', '{}') as names, q.content->'places'->>'seat' as seat, q.content->>'type' as type, q.status, q.stage,
      to_char(q.submitted_at, 'YYYY-MM-DD') as "sentOn", q.due_on::text as "dueOn", q.stopped, ${personId}::uuid = any (q.holder_ids) as mine,
      array(select coalesce(nullif(p.name, ''), p.email) from people p where p.id = any (q.holder_ids) order by 1) as holders
    from (${queue}) q where ${found} and ${is[query.state]} order by ${order[query.order]} limit ${perPage} offset ${(page - 1) * perPage}`);
  return { rows: [...rows], total, pages, page, counts };
}
