import { addDays, type Day, daysBetween } from "@/lib/days/days";
import type { ProblemCode } from "@/lib/result";
import { type Assessment, differencesOf } from "./assessment";

/** The stages of a case in their order. In the two windows it is the applicant's turn: to make representations, then to appeal. */
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
type Stage = (typeof stages)[number];
export type StageDays = Record<Stage, number>;

export type Check = { code: string; answer: "yes" | "no" | "not-applicable"; note: string };
export type Reasons = Record<string, string>;

/** What somebody does in a case. */
export type Act =
  | { kind: "taken" | "questioned" | "answered" | "withdrawn" }
  | { kind: "checked"; passed: boolean; checks: Check[] }
  | { kind: "assigned"; assessors: string[] }
  | { kind: "assessed" | "moderated"; assessment: Assessment }
  | { kind: "decided"; decision: "register" | "refuse"; reasons: Reasons; text: string }
  | { kind: "represented" | "appealed"; text: string };

/** An act with who did it and when. */
export type Done = Act & { personId: string; on: Day };

export type Passage = { stage: Stage; enteredOn: Day; dueOn: Day; leftOn: Day | null; by: string[]; outcome: string | null };
export type Decided = Extract<Done, { kind: "decided" }>;

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
  decisions: Decided[];
};

/** A case on the day on which its application came in. */
export function begun(on: Day, days: StageDays): CaseState {
  const nobody = { stoppedSince: null, officerId: null, passed: false, assessors: [], assessments: [], moderatorId: null };
  return enter({ ...nobody, stage: "closed", path: [], result: null, decisions: [] }, "gateway", on, days);
}

function enter(state: CaseState, stage: Stage, on: Day, days: StageDays): CaseState {
  const passage: Passage = { stage, enteredOn: on, dueOn: addDays(on, days[stage]), leftOn: null, by: [], outcome: null };
  return { ...state, stage, path: [...state.path, passage] };
}

/** A window that is over closes by itself: nobody has to turn it. */
export function stageOn({ stage, path }: CaseState, day: Day): CaseState["stage"] {
  const due = path.at(-1)?.dueOn ?? day;
  return isWindow(stage) && day > due ? "closed" : stage;
}

function isWindow(stage: CaseState["stage"]): boolean {
  return stage === "representation" || stage === "appeal";
}

/** Whether the authority is late: never while the applicant is asked. */
export function isOverdue(state: CaseState, day: Day): boolean {
  const due = state.path.at(-1)?.dueOn;
  return state.stage !== "closed" && !isWindow(state.stage) && state.stoppedSince === null && due !== undefined && day > due;
}

const at: Record<Act["kind"], readonly Stage[]> = {
  taken: ["gateway", "assessment", "moderation", "decision", "reconsideration"],
  questioned: ["gateway", "assessment", "moderation", "decision"],
  answered: ["gateway", "assessment", "moderation", "decision"],
  withdrawn: ["gateway", "assessment", "moderation", "decision"],
  checked: ["gateway"],
  assigned: ["assessment"],
  assessed: ["assessment"],
  moderated: ["moderation"],
  decided: ["decision", "reconsideration", "hearing"],
  represented: ["representation"],
  appealed: ["appeal"],
};

/** Why somebody cannot do something in a case now; null where they can. Rights and conflicts are looked at elsewhere. */
export function whyNot(state: CaseState, act: Act, personId: string, day: Day): ProblemCode | null {
  const stage = stageOn(state, day);
  if (stage === "closed" || !at[act.kind].includes(stage)) return isWindow(state.stage) ? "caseWindowOver" : "caseNotAtStage";
  if (act.kind === "answered") return state.stoppedSince ? null : "caseNotAtStage";
  if (state.stoppedSince && act.kind !== "withdrawn" && act.kind !== "taken") return "caseWaitsForApplicant";
  switch (act.kind) {
    case "assigned":
      return whyNotAssign(state, act.assessors, personId);
    case "assessed":
      if (!state.assessors.includes(personId)) return "caseNotYours";
      return state.assessments.some((one) => one.personId === personId) ? "caseAssessedAlready" : null;
    case "moderated":
      return state.assessors.includes(personId) ? "caseAssessorElsewhere" : null;
    case "decided":
      return whyNotDecide(state, act.decision, personId, stage);
    default:
      return null;
  }
}

/** Whoever has handed in stays; nobody who assesses has another part in the case. */
function whyNotAssign({ assessments, officerId }: CaseState, assessors: string[], personId: string): ProblemCode | null {
  if (new Set(assessors).size !== 2) return "twoAssessors";
  if (assessors.includes(personId) || (officerId && assessors.includes(officerId))) return "caseAssessorElsewhere";
  return assessments.every((one) => assessors.includes(one.personId)) ? null : "caseAssessedAlready";
}

function whyNotDecide(state: CaseState, decision: "register" | "refuse", personId: string, stage: Stage): ProblemCode | null {
  if (state.assessors.includes(personId) || state.moderatorId === personId) return "caseAssessorElsewhere";
  if (stage === "hearing" && state.decisions.some((one) => one.personId === personId)) return "caseDecidedBefore";
  return decision === "register" && !state.passed ? "caseNotAssessed" : null;
}

/** The case after an act that `whyNot` allows. */
export function after(state: CaseState, done: Done, days: StageDays): CaseState {
  const to = (stage: Stage | "closed", outcome: string, change: Partial<CaseState> = {}): CaseState => {
    const left = leave({ ...state, ...change }, done, outcome);
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
    case "assessed":
      return assessed(state, done.personId, done.assessment, to);
    case "moderated":
      return to("decision", "moderated", { moderatorId: done.personId, result: done.assessment });
    case "decided":
      return decided(state, done, to);
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
  return to("decision", "agree", { assessments, result: one.assessment });
}

function decided(state: CaseState, done: Decided, to: To): CaseState {
  const change = { decisions: [...state.decisions, done] };
  if (done.decision === "register") return to("closed", "registered", change);
  if (state.stage === "decision") return to("representation", "refused", change);
  return state.stage === "reconsideration" ? to("appeal", "refused", change) : to("closed", "refused", change);
}

function leave(state: CaseState, { on, personId }: Done, outcome: string): CaseState {
  const by = state.stage === "assessment" && outcome !== "withdrawn" ? state.assessments.map((one) => one.personId) : [personId];
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

/** An assessment is its assessor's alone until both are in. */
export function mayReadAssessment(state: CaseState, of: string, reader: string): boolean {
  return of === reader || state.assessments.length === 2;
}
