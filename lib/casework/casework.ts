import { addDays, type Day, daysBetween } from "@/lib/days/days";
import { type Assessment, agreedIn, differencesOf } from "./assessment";

/**
 * The stages of a case in their order. In the two windows it is the applicant's turn: to make representations, then to appeal. A
 * reconsideration or an appeal can send a case back to its first stages, for another round with other assessors.
 */
export const stages = [
  "gateway",
  "assessment",
  "moderation",
  "decision",
  "representation",
  "reconsideration",
  "appeal",
  "hearing",
] as const;
export type Stage = (typeof stages)[number];
export type StageDays = Record<Stage, number>;

export type Check = { code: string; answer: "yes" | "no" | "not-applicable"; note: string };
export type Reasons = Record<string, string>;

/** What somebody does in a case. */
export type Act =
  | { kind: "taken" | "questioned" | "answered" | "withdrawn" }
  | { kind: "checked"; passed: boolean; checks: Check[] }
  | { kind: "assigned"; assessors: string[] }
  | { kind: "released"; assessor: string }
  | { kind: "assessed" | "moderated"; assessment: Assessment }
  | { kind: "decided"; decision: "register" | "refuse"; reasons: Reasons; text: string }
  | { kind: "remitted"; to: "gateway" | "assessment"; text: string }
  | { kind: "represented" | "appealed"; text: string };

/** An act with who did it and when. */
export type Done = Act & { personId: string; on: Day };

export type Passage = { stage: Stage; enteredOn: Day; dueOn: Day; leftOn: Day | null; by: string[]; outcome: string | null };
export type Decided = Extract<Done, { kind: "decided" }>;
export type Remitted = Extract<Done, { kind: "remitted" }>;

export type CaseState = {
  stage: Stage | "closed";
  path: Passage[];
  /** Since when the clock stands, because the applicant is asked. */
  stoppedSince: Day | null;
  officerId: string | null;
  passed: boolean;
  assessors: string[];
  assessments: { personId: string; assessment: Assessment }[];
  moderatorId: string | null;
  /** What the assessment came to: the moderator's, or that in which both agree. */
  result: Assessment | null;
  /** Who assessed or moderated in a round that was sent back: they have no part in the next. */
  earlier: string[];
  decisions: (Decided | Remitted)[];
};

const freshRound = { officerId: null, passed: false, assessors: [], assessments: [], moderatorId: null, result: null };

/** A case on the day on which its application came in. */
export function begun(on: Day, days: StageDays): CaseState {
  return enter({ ...freshRound, stoppedSince: null, stage: "closed", path: [], earlier: [], decisions: [] }, "gateway", on, days);
}

function enter(state: CaseState, stage: Stage, on: Day, days: StageDays): CaseState {
  const passage: Passage = { stage, enteredOn: on, dueOn: addDays(on, days[stage]), leftOn: null, by: [], outcome: null };
  return { ...state, stage, path: [...state.path, passage] };
}

/**
 * The case as it stands on a day: a window that is over closes by itself, and nobody has to turn it. Whoever lets their representation be
 * can still appeal, in the days that begin then.
 */
export function asOf(state: CaseState, day: Day, days: StageDays): CaseState {
  const due = state.path.at(-1)?.dueOn;
  if (!isWindow(state.stage) || due === undefined || day <= due) return state;
  const left = leave(state, due, [], "unused");
  return state.stage === "appeal" ? { ...left, stage: "closed" } : asOf(enter(left, "appeal", due, days), day, days);
}

/** Until when it can be appealed, as long as it can. */
export function appealableUntil({ stage, path }: CaseState, days: StageDays): Day | null {
  const due = path.at(-1)?.dueOn;
  if (!due || !isWindow(stage)) return null;
  return stage === "appeal" ? due : addDays(due, days.appeal);
}

export function isWindow(stage: CaseState["stage"]): boolean {
  return stage === "representation" || stage === "appeal";
}

/** Whether the authority is late: never while the applicant is asked. */
export function isOverdue(state: CaseState, day: Day): boolean {
  const due = state.path.at(-1)?.dueOn;
  return state.stage !== "closed" && !isWindow(state.stage) && state.stoppedSince === null && due !== undefined && day > due;
}

/** The case after an act that `whyNot` allows. */
export function after(state: CaseState, done: Done, days: StageDays): CaseState {
  const to = (stage: Stage | "closed", outcome: string, change: Partial<CaseState> = {}): CaseState => {
    const left = leave({ ...state, ...change }, done.on, whoLeft(state, done), outcome);
    return stage === "closed" ? { ...left, stage } : enter(left, stage, done.on, days);
  };
  switch (done.kind) {
    case "taken":
      return { ...state, officerId: done.personId };
    case "questioned":
      return { ...state, stoppedSince: done.on };
    case "answered":
      return goOn(state, done.on);
    case "withdrawn":
      return to("closed", "withdrawn", { stoppedSince: null });
    case "checked": {
      const change = { passed: done.passed, officerId: state.officerId ?? done.personId };
      return done.passed ? to("assessment", "passed", change) : to("decision", "failed", change);
    }
    case "assigned":
      return { ...state, assessors: done.assessors };
    case "released":
      return { ...state, assessors: state.assessors.filter((id) => id !== done.assessor) };
    case "assessed":
      return assessed(state, done.personId, done.assessment, to);
    case "moderated":
      return to("decision", "moderated", { moderatorId: done.personId, result: done.assessment });
    case "decided":
      return decided(state, done, to);
    case "remitted":
      return remitted(state, done, to);
    case "represented":
      return to("reconsideration", "represented");
    case "appealed":
      return to("hearing", "appealed");
  }
}

type To = (stage: Stage | "closed", outcome: string, change?: Partial<CaseState>) => CaseState;

function assessed(state: CaseState, personId: string, assessment: Assessment, to: To): CaseState {
  const assessments = [...state.assessments, { personId, assessment }];
  const [one, other] = assessments;
  if (!one || !other) return { ...state, assessments };
  if (differencesOf(one.assessment, other.assessment).length > 0) return to("moderation", "differ", { assessments });
  return to("decision", "agree", { assessments, result: agreedIn(one.assessment, other.assessment) });
}

function decided(state: CaseState, done: Decided, to: To): CaseState {
  const change = { decisions: [...state.decisions, done] };
  if (done.decision === "register") return to("closed", "registered", change);
  if (state.stage === "decision") return to("representation", "refused", change);
  return state.stage === "reconsideration" ? to("appeal", "refused", change) : to("closed", "refused", change);
}

/** A new round with new people and new clocks. Where the gateway was what it failed, assessing it means that it has passed. */
function remitted(state: CaseState, done: Remitted, to: To): CaseState {
  const { assessors, assessments, moderatorId, earlier, decisions } = state;
  const had = [...earlier, ...assessors, ...assessments.map(({ personId }) => personId), ...(moderatorId ? [moderatorId] : [])];
  const change = { ...freshRound, passed: done.to === "assessment", earlier: [...new Set(had)], decisions: [...decisions, done] };
  return to(done.to, "remitted", change);
}

function whoLeft(state: CaseState, done: Done): string[] {
  return state.stage === "assessment" && done.kind === "assessed"
    ? [...state.assessments.map((one) => one.personId), done.personId]
    : [done.personId];
}

function leave(state: CaseState, on: Day, by: string[], outcome: string): CaseState {
  const last = state.path.length - 1;
  return { ...state, path: state.path.map((one, place) => (place === last ? { ...one, leftOn: on, by, outcome } : one)) };
}

/** The days on which the applicant was asked are not counted. */
function goOn(state: CaseState, on: Day): CaseState {
  const stood = state.stoppedSince ? daysBetween(state.stoppedSince, on) : 0;
  const last = state.path.length - 1;
  const path = state.path.map((one, place) => (place === last ? { ...one, dueOn: addDays(one.dueOn, stood) } : one));
  return { ...state, stoppedSince: null, path };
}

/** Whose turn it is by name; nobody's where anybody with the right may go on. */
export function holdersOf({ stage, assessors, assessments, officerId, moderatorId }: CaseState): string[] {
  const officer = officerId && officerId !== moderatorId ? [officerId] : [];
  if (stage === "gateway" || stage === "decision" || stage === "reconsideration") return officer;
  if (stage !== "assessment") return [];
  return assessors.length === 0 ? officer : assessors.filter((id) => !assessments.some(({ personId }) => personId === id));
}

/** An assessment of this round is its assessor's alone until both are in. */
export function mayReadAssessment(state: CaseState, of: string, reader: string): boolean {
  return of === reader || state.assessments.length === 2;
}
