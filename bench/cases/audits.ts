import { insertRows } from "@/bench/national-set";
import type { Random } from "@/bench/random";
import type { AuditGrade } from "@/db/schema";
import type { Act, Done } from "@/lib/audits/act";
import { type AuditState, after, opened, turnOf } from "@/lib/audits/audit";
import { standardsOf } from "@/lib/audits/plans/input";
import { shippedCriteria } from "@/lib/criteria/queries";
import { addDays, type Day } from "@/lib/days/days";
import type { Office } from "./office";
import { inLanguages } from "./words";

export const standards = standardsOf(shippedCriteria);
const said = "The page names an assessment by portfolio. The two files that we saw hold an attendance list and nothing else.";
const provider = "provider";

/** What an audit is about, and why there is one. */
export type Subject = { organisationId: string; offeringId: string | null; planId: string | null; openedOn: Day };

type Step = [who: "auditor" | "provider", act: (on: Day, auditorId: string) => Act, days: number];

const assigned: Step = ["auditor", (_, auditorId) => ({ kind: "assigned", auditorId }), 3];
const announced: Step = ["auditor", () => ({ kind: "announced", text: said }), 4];
const asked: Step = [
  "auditor",
  (on) => ({ kind: "asked", items: ["The rules of assessment", "Two anonymous files"], dueOn: addDays(on, 21) }),
  5,
];
const handedIn: Step = [provider, () => ({ kind: "handedIn", text: said }), 12];
const found = (finding: number, grade: AuditGrade): Step => [
  "auditor",
  () => ({ kind: "found", finding, revision: 1, standard: standards[finding]?.code ?? "", grade }),
  6,
];
const sent: Step = ["auditor", (on) => ({ kind: "sent", dueOn: addDays(on, 21) }), 3];
const answered: Step = [
  provider,
  () => ({ kind: "answered", answers: { 1: { accepts: true, text: said }, 2: { accepts: true, text: said } } }),
  9,
];
const final: Step = ["auditor", () => ({ kind: "finalised" }), 5];
const demanded = (action: number, days: number): Step => [
  "auditor",
  (on) => ({ kind: "demanded", action, finding: action, what: "State how what was learned is assessed.", dueOn: addDays(on, days) }),
  1,
];
const stated: Step = [provider, () => ({ kind: "stated", action: 1, text: said, version: null }), 12];
const accepted = (action: number): Step => ["auditor", () => ({ kind: "accepted", action }), 4];
const closed: Step = ["auditor", () => ({ kind: "closed" }), 2];
const published: Step = ["auditor", () => ({ kind: "published", edition: 1 }), 2];

const examined = [assigned, announced, asked, handedIn];
const wrong = [...examined, found(1, "minor"), found(2, "remark")];
const told = [...wrong, sent, answered];

/** How the audits came to where they stand, each with how many of a hundred came that way. */
const ways: [share: number, steps: Step[]][] = [
  [10, []],
  [8, [assigned]],
  [8, [assigned, announced]],
  [9, [assigned, announced, asked]],
  [8, examined],
  [6, wrong],
  [6, [...wrong, sent]],
  [6, told],
  [4, [...told, final]],
  [9, [...told, final, demanded(1, 30)]],
  [5, [...told, final, demanded(1, 30), stated]],
  [7, [...told, final, demanded(1, 30), stated, accepted(1), closed]],
  [9, [...told, final, demanded(1, 30), stated, accepted(1), closed, published]],
  [5, [...examined, found(1, "conform"), sent, answered, final, closed, published]],
];

export type Made = { id: string; subject: Subject; acts: Done[]; state: AuditState };

export function someAudit(random: Random, office: Office, subject: Omit<Subject, "openedOn">): Made {
  const steps = random.weighted(ways.map(([share, list]) => [list, share] as const));
  const length = steps.reduce((sum, [, , days]) => sum + days, 0);
  const openedOn = addDays(office.day, -length - random.skewed(60, 1.6));
  const auditorId = random.chance(0.1) ? (office.auditors[0] ?? "") : random.pick(office.auditors);
  let on = openedOn;
  const acts = steps.map(([who, act, days]): Done => {
    on = addDays(on, days);
    return { ...act(on, auditorId), personId: who === "auditor" ? auditorId : (office.applicants[0] ?? ""), on };
  });
  return { id: random.uuid(), subject: { ...subject, openedOn }, acts, state: acts.reduce(after, opened(openedOn)) };
}

/** Audits with their acts, findings, corrective actions and summaries, as the commands would have left them. */
export async function writeAudits(office: Office, made: Made[]): Promise<void> {
  await insertRows(
    "audit_cases",
    made.map(({ id, subject, acts, state }) => ({
      id,
      authority_id: office.authorityId,
      organisation_id: subject.organisationId,
      offering_id: subject.offeringId,
      plan_id: subject.planId,
      cause: subject.planId ? null : said,
      standards,
      opened_on: subject.openedOn,
      stage: state.stage,
      turn: turnOf(state).turn,
      due_on: turnOf(state).dueOn,
      auditor_id: state.auditorId,
      result: state.result,
      closed_on: state.stage === "closed" ? (acts.find(({ kind }) => kind === "closed")?.on ?? null) : null,
    })),
  );
  await insertRows(
    "audit_acts",
    made.flatMap(({ id, acts }) =>
      acts.map(({ personId, on, ...act }, place) => ({
        case_id: id,
        number: place + 1,
        person_id: personId,
        on,
        act,
        at: `${on} 10:00:00+01`,
      })),
    ),
  );
  await insertRows(
    "audit_declarations",
    made.map(({ id, subject }) => ({ person_id: office.auditors[0], case_id: id, declared_at: subject.openedOn })),
  );
  await writeOutcomes(made);
}

async function writeOutcomes(made: Made[]): Promise<void> {
  await insertRows(
    "audit_findings",
    made.flatMap(({ id, subject, state, acts }) =>
      state.findings.map(({ number, revision, standard, grade }) => ({
        case_id: id,
        number,
        revision,
        offering_id: subject.offeringId,
        version_number: subject.offeringId ? 1 : null,
        standard,
        grade,
        text: said,
        written_at: acts.at(-1)?.on,
      })),
    ),
  );
  await insertRows(
    "audit_actions",
    made.flatMap(({ id, subject, state }) =>
      state.actions.map(({ number, dueOn, state: stands }) => ({
        case_id: id,
        number,
        offering_id: subject.offeringId,
        due_on: dueOn,
        state: stands,
      })),
    ),
  );
  await insertRows(
    "audit_summaries",
    made.flatMap(({ id, subject, state, acts }) =>
      state.editions > 0
        ? [
            {
              case_id: id,
              edition: 1,
              organisation_id: subject.organisationId,
              result: state.result,
              text: inLanguages("What was found was put right within the days that were given for it."),
              published_on: acts.at(-1)?.on,
              published_at: `${acts.at(-1)?.on} 11:00:00+01`,
            },
          ]
        : [],
    ),
  );
}
