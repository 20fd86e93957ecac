import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, type Day } from "@/lib/days/days";
import type { Act, Done } from "./act";
import { reminderFor } from "./actions/action";
import { type AuditState, after, inForce, lateOn, opened, stages, turnOf, unsettled } from "./audit";
import { whyNot } from "./why-not";

const start = "2026-03-01";
const grade = fc.constantFrom("conform", "remark", "minor", "major");
const ahead = fc.integer({ min: 1, max: 40 });
const small = fc.integer({ min: 1, max: 4 });

/** Any act at all, on a day that is so many days after the one before; most of them are refused. */
const anAct = (day: Day) =>
  fc.oneof<fc.Arbitrary<Act>[]>(
    fc.constantFrom<Act>(
      { kind: "assigned", auditorId: "a" },
      { kind: "announced", text: "." },
      { kind: "handedIn", text: "." },
      { kind: "proceeded", reason: "." },
      { kind: "finalised" },
      { kind: "proposed", proposal: 1, decision: "limit" },
      { kind: "closed" },
      { kind: "published", edition: 1 },
    ),
    ahead.map((days) => ({ kind: "asked", items: ["papers"], dueOn: addDays(day, days) })),
    ahead.map((days) => ({ kind: "extended", dueOn: addDays(day, days), reason: "." })),
    fc.record({
      kind: fc.constant("found" as const),
      finding: small,
      revision: fc.integer({ min: 1, max: 2 }),
      standard: fc.constant("S1"),
      grade,
    }),
    ahead.map((days) => ({ kind: "sent", dueOn: addDays(day, days) })),
    fc
      .array(fc.boolean(), { minLength: 4, maxLength: 4 })
      .map((all) => ({ kind: "answered", answers: Object.fromEntries(all.map((accepts, one) => [one + 1, { accepts, text: "." }])) })),
    fc.record({ kind: fc.constantFrom("kept" as const, "dropped" as const), finding: small, reason: fc.constant(".") }),
    fc.record({
      kind: fc.constant("changed" as const),
      finding: small,
      revision: fc.constant(2),
      standard: fc.constant("S1"),
      grade,
      reason: fc.constant("."),
    }),
    fc.record({
      kind: fc.constant("demanded" as const),
      action: small,
      finding: small,
      what: fc.constant("."),
      dueOn: ahead.map((days) => addDays(day, days)),
    }),
    fc.record({
      kind: fc.constantFrom("prolonged" as const, "returned" as const),
      action: small,
      dueOn: ahead.map((days) => addDays(day, days)),
      reason: fc.constant("."),
    }),
    small.map((action) => ({ kind: "stated", action, text: ".", version: null })),
    small.map((action) => ({ kind: "accepted", action })),
  );

const tries = fc.array(fc.record({ wait: fc.integer({ min: 0, max: 25 }), seed: fc.nat() }), { minLength: 20, maxLength: 90 });

/** A random history: whatever is tried and allowed. */
function history(all: { wait: number; seed: number }[]): { states: AuditState[]; done: Done[]; days: Day[] } {
  let [day, state] = [start, opened(start)];
  const [states, done, days]: [AuditState[], Done[], Day[]] = [[state], [], [start]];
  for (const { wait, seed } of all) {
    day = addDays(day, wait);
    for (const act of fc.sample(anAct(day), { numRuns: 12, seed })) {
      if (whyNot(state, act, day) !== null) continue;
      done.push({ ...act, personId: "p", on: day });
      state = after(state, { ...act, personId: "p", on: day });
      states.push(state);
      days.push(day);
    }
  }
  return { states, done, days };
}

test("stages follow one another: none is skipped but by what says so, and closed is the end", () => {
  const follows: Record<string, string[]> = {
    opened: ["announced"],
    announced: ["asked", "examined"],
    asked: ["examined"],
    examined: ["asked", "sent"],
    sent: ["answered", "final"],
    answered: ["final"],
    final: ["closed"],
    closed: [],
  };
  const seen = new Set<string>();
  fc.assert(
    fc.property(tries, (all) => {
      const { states } = history(all);
      const path = states.at(-1)?.path ?? [];
      for (const [place, { stage, leftOn, enteredOn }] of path.entries()) {
        seen.add(stage);
        const next = path[place + 1];
        if (next) expect(follows[stage], `${stage} → ${next.stage}`).toContain(next.stage);
        if (next) expect(leftOn).toBe(next.enteredOn);
        expect(leftOn === null || leftOn >= enteredOn).toBe(true);
      }
    }),
    { numRuns: 150 },
  );
  expect([...seen].sort()).toEqual([...stages].sort());
});

test("nobody's turn is forgotten: an open audit is somebody's, and the provider's always has a day", () => {
  fc.assert(
    fc.property(tries, (all) => {
      for (const state of history(all).states) {
        const { turn, dueOn } = turnOf(state);
        expect(turn === "nobody").toBe(state.stage === "closed");
        if (turn !== "nobody") expect(dueOn).not.toBeNull();
      }
    }),
    { numRuns: 80 },
  );
});

test("nobody is late before their day is over, and a closed audit never is", () => {
  fc.assert(
    fc.property(tries, fc.nat(400), (all, later) => {
      for (const state of history(all).states) {
        const day = addDays(start, later);
        const days = [
          state.path.at(-1)?.dueOn,
          turnOf(state).dueOn,
          ...state.actions.filter((one) => one.state === "open").map((one) => one.dueOn),
        ];
        const isOver = days.some((due) => due != null && due < day);
        if (!isOver || state.stage === "closed") expect(lateOn(state, day)).toBeNull();
      }
    }),
    { numRuns: 60 },
  );
});

test("what is contested is settled before findings are final, and nothing closes uncorrected without a registrar", () => {
  let closed = 0;
  fc.assert(
    fc.property(tries, (all) => {
      const { states, done } = history(all);
      for (const [place, act] of done.entries()) {
        const before = states[place] as AuditState;
        if (act.kind === "finalised" && before.stage === "answered") expect(unsettled(before)).toEqual([]);
        if (act.kind === "sent") expect(inForce(before).length).toBeGreaterThan(0);
        if (act.kind === "closed") {
          closed++;
          const { result, proposals } = states[place + 1] as AuditState;
          expect(result === "not-corrected" && proposals === 0).toBe(false);
        }
        if (act.kind === "demanded") expect(["minor", "major"]).toContain(before.findings[act.finding - 1]?.grade);
      }
    }),
    { numRuns: 150 },
  );
  expect(closed).toBeGreaterThan(0);
});

test("the provider keeps its days: nobody goes on without it before they are over", () => {
  fc.assert(
    fc.property(tries, (all) => {
      const { states, done, days } = history(all);
      for (const [place, act] of done.entries()) {
        const before = states[place] as AuditState;
        const due = before.path.at(-1)?.dueOn ?? "";
        const goesOn = (act.kind === "proceeded" && before.stage === "asked") || (act.kind === "finalised" && before.stage === "sent");
        if (goesOn) expect((days[place + 1] ?? "") > due).toBe(true);
      }
    }),
    { numRuns: 80 },
  );
});

test("one is reminded two weeks before, on the day, and once it is over", () => {
  const when = [-15, -14, -1, 0, 1, 30].map((days) => reminderFor("2026-10-25", addDays("2026-10-25", days)));
  expect(when).toEqual([null, "before", "before", "today", "after", "after"]);
});
