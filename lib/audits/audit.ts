import type { AuditGrade } from "@/db/schema";
import { addDays, type Day } from "@/lib/days/days";
import type { Done } from "./act";
import { type Action, afterAction } from "./actions/action";
import { type AuditResult, resultOf } from "./result";

/** The stages of an audit. None is skipped but that an auditor can go on without the provider once its days are over, saying why. */
export const stages = ["opened", "announced", "asked", "examined", "sent", "answered", "final", "closed"] as const;
export type Stage = (typeof stages)[number];

/** How long the authority gives itself in a stage that is its own; the provider's days are stated by the act that gives them. */
const ownDays: Partial<Record<Stage, number>> = { opened: 14, announced: 14, examined: 42, answered: 21, final: 21 };

export type Passage = { stage: Stage; enteredOn: Day; dueOn: Day | null; leftOn: Day | null };

/** A finding as the acts have it; its words stand in `audit_findings`. */
export type FindingState = {
  number: number;
  revision: number;
  /** The wording that was sent to the provider first: earlier ones are drafts of the auditor. */
  sentRevision: number | null;
  grade: AuditGrade;
  standard: string;
  dropped: boolean;
  /** What the provider said to it. */
  answer: { accepts: boolean; text: string } | null;
  /** That the auditor kept, changed or dropped it after the answer, and why. */
  settled: { how: "kept" | "changed" | "dropped"; reason: string } | null;
};

export type AuditState = {
  stage: Stage;
  /** The day of the last act. */
  movedOn: Day;
  path: Passage[];
  auditorId: string | null;
  /** What was asked for, in the order of the askings. */
  items: string[];
  findings: FindingState[];
  actions: Action[];
  proposals: number;
  editions: number;
  result: AuditResult | null;
};

export function opened(on: Day): AuditState {
  const nothing = { auditorId: null, items: [], findings: [], actions: [], proposals: 0, editions: 0, result: null };
  return enter({ ...nothing, stage: "opened", movedOn: on, path: [] }, "opened", on);
}

function enter(state: AuditState, stage: Stage, on: Day, dueOn?: Day): AuditState {
  const own = ownDays[stage];
  const due = dueOn ?? (own === undefined ? null : addDays(on, own));
  const left = state.path.map((one, place) => (place === state.path.length - 1 ? { ...one, leftOn: on } : one));
  return { ...state, stage, path: [...left, { stage, enteredOn: on, dueOn: due, leftOn: stage === "closed" ? on : null }] };
}

/** The state after an act that `whyNot` allows. */
export function after(before: AuditState, done: Done): AuditState {
  const state = { ...before, movedOn: done.on };
  switch (done.kind) {
    case "assigned":
      return { ...state, auditorId: done.auditorId };
    case "announced":
      return enter(state, "announced", done.on);
    case "asked":
      return enter({ ...state, items: [...state.items, ...done.items] }, "asked", done.on, done.dueOn);
    case "handedIn":
    case "proceeded":
      return enter(state, "examined", done.on);
    case "extended":
      return { ...state, path: state.path.map((one, place) => (place === state.path.length - 1 ? { ...one, dueOn: done.dueOn } : one)) };
    case "found":
    case "changed":
    case "kept":
    case "dropped":
      return { ...state, findings: afterFinding(state, done) };
    case "sent":
      return enter(
        { ...state, findings: state.findings.map((one) => (one.dropped ? one : { ...one, sentRevision: one.revision })) },
        "sent",
        done.on,
        done.dueOn,
      );
    case "answered":
      return enter(
        { ...state, findings: state.findings.map((one) => ({ ...one, answer: done.answers[one.number] ?? null })) },
        "answered",
        done.on,
      );
    case "finalised":
      return enter(state, "final", done.on);
    case "demanded":
    case "prolonged":
    case "stated":
    case "accepted":
    case "returned":
      return { ...state, actions: afterAction(state.actions, done) };
    case "proposed":
      return { ...state, proposals: state.proposals + 1 };
    case "closed":
      return enter({ ...state, result: resultOf(state) }, "closed", done.on);
    case "ended":
      return enter({ ...state, result: "discontinued" }, "closed", done.on);
    case "published":
      return { ...state, editions: state.editions + 1 };
  }
}

function afterFinding(state: AuditState, done: Extract<Done, { kind: "found" | "changed" | "kept" | "dropped" }>): FindingState[] {
  const { finding: number } = done;
  const known = state.findings.find((one) => one.number === number);
  const put = (change: Partial<FindingState>) => state.findings.map((one) => (one.number === number ? { ...one, ...change } : one));
  if (done.kind === "found" || done.kind === "changed") {
    const said = { revision: done.revision, grade: done.grade, standard: done.standard };
    if (!known) return [...state.findings, { number, ...said, sentRevision: null, dropped: false, answer: null, settled: null }];
    return put(done.kind === "changed" ? { ...said, settled: { how: "changed", reason: done.reason } } : said);
  }
  if (done.kind === "kept") return put({ settled: { how: "kept", reason: done.reason } });
  const wasSent = known?.sentRevision != null;
  return put({ dropped: true, settled: wasSent ? { how: "dropped", reason: done.reason } : null });
}

/** Whether the provider was told of it: before that, it does not exist for it. */
export const isAnnounced = (state: Pick<AuditState, "path">): boolean => state.path.some(({ stage }) => stage === "announced");

/** The findings that hold. */
export const inForce = (state: Pick<AuditState, "findings">): FindingState[] => state.findings.filter(({ dropped }) => !dropped);

/** What the provider contested and nobody has settled yet. */
export function unsettled(state: Pick<AuditState, "findings">): FindingState[] {
  return inForce(state).filter(({ answer, settled }) => answer?.accepts === false && settled === null);
}

export type Turn = "authority" | "provider" | "nobody";

/** Whose turn it is, and by when: with corrective actions it is the provider's until one is stated done, then the authority's to look. */
export function turnOf(state: AuditState): { turn: Turn; dueOn: Day | null } {
  const dueOn = state.path.at(-1)?.dueOn ?? null;
  if (state.stage === "closed") return { turn: "nobody", dueOn: null };
  if (state.stage === "asked" || state.stage === "sent") return { turn: "provider", dueOn };
  if (state.stage !== "final" || state.actions.length === 0) return { turn: "authority", dueOn };
  const stated = state.actions.filter((one) => one.state === "stated").flatMap((one) => one.statements.at(-1)?.on ?? []);
  const open = state.actions.filter((one) => one.state === "open").map((one) => one.dueOn);
  if (stated.length === 0 && open.length > 0) return { turn: "provider", dueOn: first(open) };
  return { turn: "authority", dueOn: addDays(first(stated) ?? state.movedOn, ownDays.final ?? 0) };
}

const first = (days: Day[]): Day | null => days.toSorted()[0] ?? null;

/** Whose day is over; null where nobody is late. */
export function lateOn(state: AuditState, day: Day): Exclude<Turn, "nobody"> | null {
  if (state.stage === "final" && state.actions.some((one) => one.state === "open" && one.dueOn < day)) return "provider";
  const { turn, dueOn } = turnOf(state);
  return turn !== "nobody" && dueOn !== null && dueOn < day ? turn : null;
}
