import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Day, daysBetween } from "@/lib/days/days";
import type { Assessment } from "./assessment";
import {
  type Act,
  after,
  begun,
  type CaseState,
  type Done,
  holdersOf,
  isOverdue,
  mayReadAssessment,
  stageOn,
  stages,
  whyNot,
} from "./casework";

const start = "2026-03-02";
const days = {
  gateway: 10,
  assessment: 30,
  moderation: 10,
  decision: 10,
  representation: 20,
  reconsideration: 15,
  appeal: 20,
  hearing: 30,
};
const people = ["a", "b", "c", "d", "e", "applicant"] as const;

const found = (verdict: "met" | "not-met"): Assessment => ({ answers: { A1: { verdict, comment: "" } }, levels: [5], fields: ["06"] });
const decided = (decision: "register" | "refuse"): Act => ({ kind: "decided", decision, reasons: {}, text: "" });
const anAct = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<Act>(decided("refuse"), decided("refuse"), decided("register")) },
  fc.constantFrom<Act>({ kind: "questioned" }, { kind: "answered" }, { kind: "taken" }),
  fc.constantFrom<Act>({ kind: "represented", text: "" }, { kind: "appealed", text: "" }),
  fc.constantFrom<Act>(
    { kind: "checked", passed: true, checks: [] },
    { kind: "checked", passed: true, checks: [] },
    { kind: "checked", passed: false, checks: [] },
  ),
  fc.shuffledSubarray(["a", "b", "c", "d"], { minLength: 2, maxLength: 2 }).map((assessors): Act => ({ kind: "assigned", assessors })),
  {
    weight: 4,
    arbitrary: fc.constantFrom<Act>({ kind: "assessed", assessment: found("met") }, { kind: "assessed", assessment: found("not-met") }),
  },
  { weight: 2, arbitrary: fc.constant<Act>({ kind: "moderated", assessment: found("met") }) },
);
const aTry = fc.record({ act: anAct, personId: fc.constantFrom(...people), later: fc.integer({ min: 0, max: 6 }) });
const tries = fc.array(aTry, { minLength: 20, maxLength: 120 });

/** Everything that the rules let through of what was tried, with the case after each. */
function played(all: { act: Act; personId: string; later: number }[]): { done: Done; before: CaseState; state: CaseState }[] {
  let [state, day] = [begun(start, days), start as Day];
  return all.flatMap(({ act, personId, later }) => {
    day = addDays(day, later);
    if (whyNot(state, act, personId, day) !== null) return [];
    const [before, done] = [state, { ...act, personId, on: day }];
    state = after(before, done, days);
    return [{ done, before, state }];
  });
}

const follows: Record<string, string[]> = {
  gateway: ["assessment", "decision"],
  assessment: ["moderation", "decision"],
  moderation: ["decision"],
  decision: ["representation"],
  representation: ["reconsideration"],
  reconsideration: ["appeal"],
  appeal: ["hearing"],
  hearing: [],
};

describe("a case", () => {
  it("skips no stage, enters each once, and only what failed the gateway goes to its decision unassessed", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(tries, (all) => {
        const { state } = played(all).at(-1) ?? { state: begun(start, days) };
        const way = state.path.map(({ stage }) => stage);
        for (const stage of way) seen.add(stage);
        expect(new Set(way).size).toBe(way.length);
        for (const [place, stage] of way.slice(1).entries()) expect(follows[way[place] as string]).toContain(stage);
        if (way[1] === "decision") expect(state.passed).toBe(false);
        if (way.includes("decision") && state.passed) expect(state.assessments).toHaveLength(2);
        if (way.includes("moderation")) expect(state.assessments[0]?.assessment).not.toEqual(state.assessments[1]?.assessment);
        else if (state.assessments.length === 2) expect(state.result).toEqual(state.assessments[1]?.assessment);
      }),
      { numRuns: 2000 },
    );
    expect([...seen].sort()).toEqual([...stages].sort());
  });

  it("lets nobody act in two roles that exclude each other", () => {
    fc.assert(
      fc.property(tries, (all) => {
        const acts = played(all).map(({ done }) => done);
        const who = (kind: Act["kind"]) => acts.filter((act) => act.kind === kind).map(({ personId }) => personId);
        const [assessors, deciders] = [who("assessed"), who("decided")];
        expect(new Set(assessors).size).toBe(assessors.length);
        for (const one of [...who("moderated"), ...deciders]) expect(assessors).not.toContain(one);
        for (const one of deciders) expect(who("moderated")).not.toContain(one);
        expect(deciders.slice(0, 2)).not.toContain(deciders[2]);
      }),
      { numRuns: 2000 },
    );
  });

  it("has clocks without gaps, and counts no day on which the applicant was asked", () => {
    fc.assert(
      fc.property(tries, (all) => {
        const steps = played(all);
        const { state } = steps.at(-1) ?? { state: begun(start, days) };
        for (const [place, passage] of state.path.entries()) {
          if (place > 0) expect(passage.enteredOn).toBe(state.path[place - 1]?.leftOn);
          const inStage = steps.filter(({ before }) => before.path.length === place + 1).map(({ done }) => done);
          let [stood, since] = [0, null as Day | null];
          for (const { kind, on } of inStage) {
            if (kind === "questioned") since = on;
            if (kind === "answered" && since) [stood, since] = [stood + daysBetween(since, on), null];
          }
          expect(daysBetween(passage.enteredOn, passage.dueOn)).toBe(days[passage.stage] + stood);
        }
      }),
    );
  });

  it("keeps an assessment to its assessor until both are in", () => {
    const [one] = [begun(start, days)];
    const half = { ...one, assessors: ["a", "b"], assessments: [{ personId: "a", assessment: found("met") }] };
    expect(people.filter((reader) => mayReadAssessment(half, "a", reader))).toEqual(["a"]);
    expect(holdersOf({ ...half, stage: "assessment" })).toEqual(["b"]);
    const whole = { ...half, assessments: [...half.assessments, { personId: "b", assessment: found("met") }] };
    expect(mayReadAssessment(whole, "a", "b")).toBe(true);
  });

  it("is late the day after it was due, not while the applicant is asked; a window that is over closes by itself", () => {
    const state = begun(start, days);
    expect([isOverdue(state, "2026-03-12"), isOverdue(state, "2026-03-13")]).toEqual([false, true]);
    expect(isOverdue({ ...state, stoppedSince: "2026-03-05" }, "2026-06-01")).toBe(false);
    const path = [{ stage: "representation" as const, enteredOn: start, dueOn: "2026-03-22", leftOn: null, by: [], outcome: null }];
    const window: CaseState = { ...state, stage: "representation", path };
    expect([stageOn(window, "2026-03-22"), stageOn(window, "2026-03-23")]).toEqual(["representation", "closed"]);
    expect(whyNot(window, { kind: "represented", text: "" }, "applicant", "2026-03-23")).toBe("caseWindowOver");
  });
});
