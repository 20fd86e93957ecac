import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, daysBetween } from "@/lib/days/days";
import { countToLookAt, type PlanBounds, type PlanStep, planOf } from "./plan";

const day = "2026-11-26";
const none: PlanBounds = { hoursPerWeek: null, budget: null };

function aStep(change: Partial<PlanStep> = {}): PlanStep {
  return { id: "soil", hours: 24, ects: 1, eqf: 4, price: 95, session: null, gone: false, leadsTo: [], ...change };
}

const session = (startsOn: string, endsOn: string, state = "enrol-now" as const) => ({ startsOn, endsOn, state });

const step = fc.record({
  id: fc.uuid(),
  hours: fc.option(fc.double({ min: 0.25, max: 400, noNaN: true })),
  ects: fc.option(fc.integer({ min: 1, max: 20 })),
  eqf: fc.integer({ min: 1, max: 8 }),
  price: fc.option(fc.integer({ min: 0, max: 2000 })),
  session: fc.option(
    fc
      .tuple(fc.integer({ min: -100, max: 400 }), fc.integer({ min: 0, max: 200 }))
      .map(([start, length]) => session(addDays(day, start), addDays(day, start + length))),
  ),
  gone: fc.constant(false),
  leadsTo: fc.constant<string[]>([]),
});
const steps = fc.uniqueArray(step, { maxLength: 8, selector: ({ id }) => id });
const bounds = fc.record({
  hoursPerWeek: fc.option(fc.integer({ min: 1, max: 40 })),
  budget: fc.option(fc.integer({ min: 0, max: 3000 })),
});

test("whatever is planned, no hour is lost and no week has less than none", () => {
  fc.assert(
    fc.property(steps, bounds, (given, within) => {
      const plan = planOf(given, within, day);
      const asked = given.reduce((total, { hours }) => total + Math.round((hours ?? 0) * 60), 0);
      expect(plan.minutes).toBe(asked);
      for (const week of plan.weeks) {
        expect(week.minutes).toBe(week.parts.reduce((total, { minutes }) => total + minutes, 0));
        for (const { minutes } of week.parts) expect(minutes).toBeGreaterThan(0);
      }
    }),
  );
});

test("weeks follow one another without a gap, each on a Monday, from the first day to the last", () => {
  fc.assert(
    fc.property(steps, bounds, (given, within) => {
      const { weeks, steps: placed } = planOf(given, within, day);
      for (const [position, { monday }] of weeks.entries()) {
        expect(new Date(`${monday}T00:00:00Z`).getUTCDay()).toBe(1);
        expect(monday).toBe(addDays(weeks[0]?.monday ?? "", position * 7));
      }
      for (const { from, until } of placed) {
        expect(from >= (weeks[0]?.monday ?? "") && until <= addDays(weeks.at(-1)?.monday ?? "", 6)).toBe(true);
      }
    }),
  );
});

test("what has no dates comes after the step before it, and by itself asks no more of a week than the client has", () => {
  fc.assert(
    fc.property(step, fc.double({ min: 0.25, max: 300, noNaN: true }), fc.integer({ min: 1, max: 20 }), (before, hours, hoursPerWeek) => {
      const plan = planOf([before, aStep({ hours })], { hoursPerWeek, budget: null }, day);
      const [first, free] = plan.steps;
      expect(daysBetween(first?.until ?? "", free?.from ?? "")).toBeGreaterThan(0);
      for (const { parts } of plan.weeks)
        for (const { id, minutes } of parts) if (id === "soil") expect(minutes).toBeLessThanOrEqual(Math.ceil(hoursPerWeek * 60));
    }),
  );
});

test("cost, credits and level are those of all steps together", () => {
  const plan = planOf([aStep(), aStep({ id: "trees", price: 300, ects: null, eqf: 5 })], none, day);
  expect(plan).toMatchObject({ cost: 395, ects: 1, level: 5, minutes: 48 * 60, conflicts: [] });
  expect(planOf([aStep({ ects: null })], none, day).ects, "none states credits").toBeNull();
  expect(planOf([], none, day)).toEqual({ steps: [], weeks: [], minutes: 0, cost: 0, ects: null, level: null, conflicts: [] });
});

test("what stands in the way is named", () => {
  const given = [
    aStep({ id: "a", session: { ...session("2027-01-04", "2027-01-10"), state: "full" } }),
    aStep({ id: "b", session: { ...session("2027-01-04", "2027-01-10"), state: "cancelled" }, price: null, leadsTo: ["a"] }),
    aStep({ id: "c", session: { ...session("2026-01-05", "2026-01-11"), state: "ended" }, hours: null, price: 400 }),
  ];
  expect(planOf(given, { hoursPerWeek: 6, budget: 400 }, day).conflicts).toEqual([
    { what: "full", id: "a" },
    { what: "cancelled", id: "b" },
    { what: "order", id: "b", before: "a" },
    { what: "noPrice", id: "b" },
    { what: "over", id: "c" },
    { what: "noHours", id: "c" },
    { what: "overload", monday: "2027-01-04", minutes: 48 * 60 },
    { what: "budget", cost: 495, budget: 400 },
  ]);
});

test("what has no last day goes at the client's pace from its first", () => {
  const plan = planOf(
    [aStep({ session: { startsOn: "2027-01-06", endsOn: null, state: "enrol-now" } })],
    { ...none, hoursPerWeek: 12 },
    day,
  );
  expect(plan.steps).toMatchObject([{ from: "2027-01-06", until: "2027-01-19" }]);
});

test("what is out of the catalogue is no part of the plan, and is said to be out of it", () => {
  const plan = planOf([aStep(), aStep({ id: "lost", gone: true, price: 500, hours: null, eqf: 8 })], none, day);
  expect(plan).toMatchObject({ cost: 95, level: 4, conflicts: [{ what: "gone", id: "lost" }] });
  expect(plan.steps.map(({ id }) => id)).toEqual(["soil"]);
});

test("a plan without end has one", () => {
  const steps = Array.from({ length: 50 }, (_, number) => aStep({ id: String(number), hours: 5000 }));
  const plan = planOf(steps, { ...none, hoursPerWeek: 1 }, day);
  expect(plan.weeks).toHaveLength(50 * 520);
  expect(plan.minutes).toBe(50 * 5000 * 60);
});

test("weeks that are too full are one thing to look at", () => {
  const plan = planOf([aStep({ session: session("2027-01-04", "2027-01-31"), price: null })], { ...none, hoursPerWeek: 1 }, day);
  expect(plan.conflicts.filter(({ what }) => what === "overload")).toHaveLength(4);
  expect(countToLookAt(plan)).toBe(2);
  expect(countToLookAt(planOf([aStep()], none, day))).toBe(0);
});
