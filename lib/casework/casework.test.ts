import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Day, daysBetween } from "@/lib/days/days";
import type { Assessment } from "./assessment";
import {
  type Act,
  after,
  appealableUntil,
  asOf,
  begun,
  type CaseState,
  type Done,
  holdersOf,
  isOverdue,
  mayReadAssessment,
  stages,
} from "./casework";
import { whyNot } from "./why-not";

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
const people = ["a", "b", "c", "d", "e", "f", "g", "h", "applicant"] as const;

const found = (verdict: "met" | "not-met", comment = ""): Assessment => ({
  answers: { A1: { verdict, comment } },
  levels: [5],
  fields: ["06"],
});
const remitted = (to: "gateway" | "assessment"): Act => ({ kind: "remitted", to, text: "" });
const decided = (decision: "register" | "refuse"): Act => ({ kind: "decided", decision, reasons: {}, text: "" });
const anAct = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<Act>(decided("refuse"), decided("refuse"), decided("register")) },
  fc.constantFrom<Act>({ kind: "questioned" }, { kind: "answered" }, { kind: "taken" }),
  fc.constantFrom<Act>({ kind: "represented", text: "" }, { kind: "appealed", text: "" }),
  { weight: 2, arbitrary: fc.constantFrom<Act>(remitted("gateway"), remitted("assessment")) },
  fc.constantFrom<Act>(
    { kind: "checked", passed: true, checks: [] },
    { kind: "checked", passed: true, checks: [] },
    { kind: "checked", passed: false, checks: [] },
  ),
  fc
    .shuffledSubarray(["a", "b", "c", "d", "e", "f"], { minLength: 2, maxLength: 2 })
    .map((assessors): Act => ({ kind: "assigned", assessors })),
  {
    weight: 4,
    arbitrary: fc.constantFrom<Act>({ kind: "assessed", assessment: found("met") }, { kind: "assessed", assessment: found("not-met") }),
  },
  { weight: 2, arbitrary: fc.constant<Act>({ kind: "moderated", assessment: found("met") }) },
);
const later = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 0, max: 6 }) },
  { weight: 1, arbitrary: fc.integer({ min: 15, max: 45 }) },
);
const aTry = fc.record({ act: anAct, personId: fc.constantFrom(...people), later });
const tries = fc.array(aTry, { minLength: 20, maxLength: 120 });

/** Everything that the rules let through of what was tried, with the case after each. */
function played(all: { act: Act; personId: string; later: number }[]): { done: Done; before: CaseState; state: CaseState }[] {
  let [state, day] = [begun(start, days), start as Day];
  return all.flatMap(({ act, personId, later }) => {
    day = addDays(day, later);
    state = asOf(state, day, days);
    if (whyNot(state, act, personId) !== null) return [];
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
  representation: ["reconsideration", "appeal", "hearing"],
  reconsideration: ["appeal", "gateway", "assessment"],
  appeal: ["hearing"],
  hearing: ["gateway", "assessment"],
};

/** The stages of each round: a case that is sent back begins another. */
function roundsOf({ path }: CaseState): CaseState["path"][] {
  const rounds: CaseState["path"][] = [[]];
  for (const passage of path) {
    rounds.at(-1)?.push(passage);
    if (passage.outcome === "remitted") rounds.push([]);
  }
  return rounds;
}

describe("a case", () => {
  it("skips no stage, enters each once a round, and only what failed the gateway goes to its decision unassessed", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(tries, (all) => {
        const { state } = played(all).at(-1) ?? { state: begun(start, days) };
        const way = state.path.map(({ stage }) => stage);
        for (const [place, stage] of way.slice(1).entries()) expect(follows[way[place] as string]).toContain(stage);
        const rounds = roundsOf(state).map((round) => round.map(({ stage }) => stage));
        for (const round of rounds) expect(new Set(round).size).toBe(round.length);
        for (const stage of way) seen.add(rounds.length > 1 ? `${stage} again` : stage);
        const last = rounds.at(-1) ?? [];
        if (last[0] === "gateway" && last[1] === "decision") expect(state.passed).toBe(false);
        if (last.includes("decision") && state.passed) expect(state.assessments).toHaveLength(2);
        if (last.includes("moderation")) expect(state.assessments[0]?.assessment).not.toEqual(state.assessments[1]?.assessment);
        else if (state.assessments.length === 2) expect(state.result).toEqual(state.assessments[1]?.assessment);
      }),
      { numRuns: 2000 },
    );
    expect([...seen].filter((stage) => !stage.endsWith("again")).sort()).toEqual([...stages].sort());
    expect(seen).toContain("assessment again");
  });

  it("is open to registration from wherever it stands, until it is closed", () => {
    fc.assert(
      fc.property(tries, (all) => {
        for (const { state, done } of played(all)) {
          if (state.stage === "closed") continue;
          const end = favoured(state, done.on);
          expect([end.stage, end.decisions.at(-1)]).toMatchObject(["closed", { kind: "decided", decision: "register" }]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("is closed by time alone where the applicant lets a refusal be", () => {
    fc.assert(
      fc.property(tries, (all) => {
        for (const { state, done } of played(all)) {
          const until = appealableUntil(state, days);
          expect(until !== null).toBe(state.stage === "representation" || state.stage === "appeal");
          if (!until) continue;
          expect(whyNot(asOf(state, until, days), { kind: "appealed", text: "" }, "applicant")).toBeNull();
          expect(asOf(state, addDays(until, 1), days).stage).toBe("closed");
          expect(asOf(asOf(state, done.on, days), addDays(until, 1), days)).toEqual(asOf(state, addDays(until, 1), days));
        }
      }),
      { numRuns: 300 },
    );
  });

  it("lets nobody act in two roles that exclude each other, in any of its rounds", () => {
    fc.assert(
      fc.property(tries, (all) => {
        const acts = played(all).map(({ done }) => done);
        const who = (...kinds: Act["kind"][]) => acts.filter((act) => kinds.includes(act.kind)).map(({ personId }) => personId);
        const assessors = who("assessed");
        expect(new Set(assessors).size).toBe(assessors.length);
        for (const one of who("moderated", "decided", "remitted")) expect(assessors).not.toContain(one);
        for (const one of who("decided", "remitted")) expect(who("moderated")).not.toContain(one);
        for (const { before, done } of played(all)) {
          if (before.stage !== "hearing") continue;
          expect(before.decisions.flatMap((one) => (one.kind === "decided" ? one.personId : []))).not.toContain(done.personId);
        }
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

  it("is late the day after it was due, and not while the applicant is asked", () => {
    const state = begun(start, days);
    expect([isOverdue(state, "2026-03-12"), isOverdue(state, "2026-03-13")]).toEqual([false, true]);
    expect(isOverdue({ ...state, stoppedSince: "2026-03-05" }, "2026-06-01")).toBe(false);
  });

  it("that was refused is open to representation, then to appeal in the days after it, then closed", () => {
    const path = [{ stage: "representation" as const, enteredOn: start, dueOn: "2026-03-22", leftOn: null, by: [], outcome: null }];
    const refused: CaseState = { ...begun(start, days), stage: "representation", path };
    const on = (day: Day) => asOf(refused, day, days);
    expect(["2026-03-22", "2026-03-23", "2026-04-11", "2026-04-12"].map((day) => on(day).stage)).toEqual([
      "representation",
      "appeal",
      "appeal",
      "closed",
    ]);
    expect(whyNot(on("2026-03-22"), { kind: "appealed", text: "" }, "applicant")).toBeNull();
    expect(whyNot(on("2026-03-23"), { kind: "represented", text: "" }, "applicant")).toBe("caseWindowOver");
    expect(whyNot(on("2026-04-12"), { kind: "appealed", text: "" }, "applicant")).toBe("caseWindowOver");
    expect([appealableUntil(refused, days), appealableUntil(on("2026-04-01"), days)]).toEqual(["2026-04-11", "2026-04-11"]);
  });

  it("in which both agree keeps what each of them said", () => {
    const acts: [string, Act][] = [
      ["e", { kind: "checked", passed: true, checks: [] }],
      ["e", { kind: "assigned", assessors: ["a", "b"] }],
      ["a", { kind: "assessed", assessment: found("met", "Page 4.") }],
      ["b", { kind: "assessed", assessment: found("met", "The annex too.") }],
    ];
    const state = acts.reduce((before, [personId, act]) => after(before, { ...act, personId, on: start }, days), begun(start, days));
    expect(state.result?.answers.A1?.comment).toBe("Page 4.\nThe annex too.");
  });
});

/** What comes of a case if from now on everybody does what speaks for it, with as many people as that takes. */
function favoured(from: CaseState, on: Day): CaseState {
  let state = from;
  for (let step = 0; state.stage !== "closed" && step < 20; step++) {
    const [act, personId] = nextFor(state, step);
    expect(whyNot(state, act, personId), `${act.kind} at ${state.stage}`).toBeNull();
    state = after(state, { ...act, personId, on }, days);
  }
  return state;
}

function nextFor(state: CaseState, step: number): [Act, string] {
  if (state.stoppedSince) return [{ kind: "answered" }, "applicant"];
  const { assessors, assessments, passed } = state;
  switch (state.stage) {
    case "gateway":
      return [{ kind: "checked", passed: true, checks: [] }, `officer ${step}`];
    case "assessment": {
      if (assessors.length < 2) return [{ kind: "assigned", assessors: [`one ${step}`, `other ${step}`] }, `officer ${step}`];
      const next = assessors.find((id) => !assessments.some(({ personId }) => personId === id)) ?? "";
      return [{ kind: "assessed", assessment: found("met") }, next];
    }
    case "moderation":
      return [{ kind: "moderated", assessment: found("met") }, `moderator ${step}`];
    case "representation":
      return [{ kind: "represented", text: "" }, "applicant"];
    case "appeal":
      return [{ kind: "appealed", text: "" }, "applicant"];
    default:
      // What failed the gateway is refused first, and sent back when that is contested.
      if (passed) return [decided("register"), `judge ${step}`];
      return [state.stage === "decision" ? decided("refuse") : remitted("gateway"), `judge ${step}`];
  }
}
