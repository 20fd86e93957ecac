import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db";
import type { Actor } from "@/lib/auth/permissions";
import { after, begun, type Done, type StageDays, stages } from "@/lib/casework/casework";
import { country } from "@/lib/country/country";
import { shippedCriteria } from "@/lib/criteria/queries";
import { addDays, type Day } from "@/lib/days/days";
import { reportStates } from "@/lib/reports/report";
import { endsOf, lastMonths } from "@/lib/statistics/history/history";
import { findOwnScope } from "@/lib/statistics/queries";
import { withinScope } from "@/lib/statistics/scope";
import { type Ages, agesOn, type CaseKind, caseKinds, type Span, spansOf } from "./spans";

/** Of a kind of cases, or one stage of it, with the same at the end of each of the last months. */
export type CaseAges = Ages & { kind: CaseKind; stage: string; months: (Ages & { day: Day })[] };

const shownMonths = 13;

/** How old the cases of an authority are now, kind by kind and stage by stage, and were at the end of each month of a year. */
export async function listCaseAges(actor: Actor, day: Day): Promise<CaseAges[]> {
  const scope = await findOwnScope(actor);
  if (!scope) return [];
  const marks = endsOf(lastMonths(day, shownMonths)).map((end) => (addDays(end, -1) < day ? addDays(end, -1) : day));
  const within = withinScope(scope);
  const [applications, others] = await Promise.all([
    applicationSpans(scope.authority.id),
    // What was closed before the first of the days is open on none.
    db.execute<Span>(sql`
      select kind, stage, since::text as since, since::text as "from", until::text as until, due_on::text as "dueOn"
      from (${reportSpans(sql`(${within} or o.id = ${scope.authority.id}::uuid)`)} union all ${flagSpans(within)}) spans (kind, stage, since, until, due_on)
      where until is null or until > ${marks[0] ?? day}::date`),
  ]);
  return caseKinds.flatMap((kind) =>
    agesOf(
      kind,
      [...applications, ...others].filter((span) => span.kind === kind),
      marks,
      day,
    ),
  );
}

const stagesOf: Record<CaseKind, readonly string[]> = { application: stages, report: reportStates, flag: [] };

/** A kind as a whole, where nothing is open as well, and below it the stages at which something is. */
function agesOf(kind: CaseKind, spans: Span[], marks: Day[], day: Day): CaseAges[] {
  const of = (stage: string): CaseAges => {
    const [now, ...months] = agesOn(stage === "" ? spans : spans.filter((span) => span.stage === stage), [day, ...marks]);
    const none = { open: 0, median: 0, oldest: 0, late: 0 };
    return { kind, stage, ...(now ?? none), months: marks.map((month, place) => ({ day: month, ...(months[place] ?? none) })) };
  };
  return ["", ...stagesOf[kind]].map(of).filter(({ stage, open }) => stage === "" || open > 0);
}

/** So many cases are kept replayed: of more, the first come is let go. */
const keptAtMost = 20_000;
const replayed = new Map<string, Span[]>();

/**
 * What happened in every case of an authority, replayed: a stage that is left is in its acts only. Acts never change, so that a case is
 * replayed once for each number of them.
 */
async function applicationSpans(authorityId: string): Promise<Span[]> {
  const cases = await db.execute<{ id: string; key: string }>(sql`
    select a.id, concat_ws(' ', a.id, a.status, a.submitted_at, a.decided_at, c.criteria_set_id, (select count(*) from case_acts t where t.application_id = a.id)) as key
    from applications a left join cases c on c.application_id = a.id
    where a.authority_id = ${authorityId}::uuid and a.submitted_at is not null and a.status <> 'draft'`);
  const unknown = cases.filter(({ key }) => !replayed.has(key));
  const spans = unknown.length === 0 ? new Map<string, Span[]>() : await replay(unknown.map(({ id }) => id));
  const all = cases.map(({ id, key }) => [key, replayed.get(key) ?? spans.get(id) ?? []] as const);
  for (const [key, one] of all) replayed.set(key, one);
  for (const key of replayed.keys()) {
    if (replayed.size <= keptAtMost) break;
    replayed.delete(key);
  }
  return all.flatMap(([, one]) => one);
}

async function replay(ids: string[]): Promise<Map<string, Span[]>> {
  const rows = await db.execute<{
    id: string;
    on: Day;
    closed: boolean;
    asked: boolean;
    days: StageDays | null;
    acts: Done[] | null;
    decidedOn: Day | null;
  }>(sql`
    select a.id, ${localDay(sql`a.submitted_at`)} as on, a.status in ('registered', 'refused', 'withdrawn') as closed, a.status = 'questioned' as asked,
      ${localDay(sql`a.decided_at`)} as "decidedOn", s.content->'days' as days,
      (select jsonb_agg(t.act || jsonb_build_object('personId', t.person_id, 'on', t.on) order by t.number) from case_acts t where t.application_id = a.id) as acts
    from applications a left join cases c on c.application_id = a.id left join criteria_sets s on s.id = c.criteria_set_id
    where a.id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)`);
  const spansIn = ({ on, closed, asked, days, acts, decidedOn }: (typeof rows)[number]) => {
    const clock = days ?? shippedCriteria.days;
    const state = (acts ?? []).reduce((before, act) => after(before, act, clock), begun(on, clock));
    const spans = spansOf({ ...state, stoppedSince: asked ? (state.stoppedSince ?? on) : state.stoppedSince });
    // What was decided before there were cases has no acts.
    return closed && !acts ? spans.map((span) => ({ ...span, until: decidedOn ?? span.from })) : spans;
  };
  return new Map(rows.map((row) => [row.id, spansIn(row)]));
}

const localDay = (moment: SQL) => sql`((${moment}) at time zone ${country.timeZone}::text)::date::text`;
const localDate = (moment: SQL) => sql`((${moment}) at time zone ${country.timeZone}::text)::date`;

function reportSpans(within: SQL): SQL {
  return sql`select 'report', case when r.provider_answered_at is not null then 'answered' when r.forwarded_at is not null then 'forwarded' else 'received' end,
      ${localDate(sql`r.received_at`)}, ${localDate(sql`r.closed_at`)}, r.due_on
    from reports r join organisations o on o.id = r.organisation_id where ${within}`;
}

/** Flags have no clock: they ask, and nobody has to answer by a day. */
function flagSpans(within: SQL): SQL {
  return sql`select 'flag', '', ${localDate(sql`m.found_at`)}, ${localDate(sql`least(m.gone_at, m.dismissed_at)`)}, null::date
    from monitoring_flags m join offerings f on f.id = m.offering_id join organisations o on o.id = f.provider_id where ${within}`;
}
