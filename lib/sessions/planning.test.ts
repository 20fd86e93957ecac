import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, daysBetween } from "@/lib/days/days";
import { aDay } from "@/lib/testing/days";
import { isAhead, lastYears, nextOwnId, problemsWithDates, type Run, repeated, shifted } from "./planning";

const aWindow = fc.record({ opensOn: fc.option(aDay), closesOn: fc.option(aDay) });
const aRun: fc.Arbitrary<Run> = fc.record({
  id: fc.uuid(),
  externalId: fc.constantFrom("A", "A-2", "B-2026", "2026"),
  startsOn: fc.option(aDay),
  endsOn: fc.option(aDay),
  windows: fc.array(aWindow, { maxLength: 3 }),
  seats: fc.option(fc.nat(30)),
  seatsLeft: fc.option(fc.nat(30)),
  cancelledOn: fc.option(aDay),
  confirmedOn: fc.option(aDay),
  places: fc.constantFrom([], [{ town: "Gent" }]),
  times: fc.constant({}),
});

const weekday = (day: string) => (daysBetween("2024-01-01", day) + 70_000) % 7;
const days = ({ startsOn, endsOn, windows }: Run) => [startsOn, endsOn, ...windows.flatMap(({ opensOn, closesOn }) => [opensOn, closesOn])];

test("a shifted session keeps every weekday and every distance, over any change of the clock", () => {
  fc.assert(
    fc.property(aRun, fc.integer({ min: 1, max: 520 }), (run, weeks) => {
      const copy = shifted(run, weeks, "new");
      for (const [position, day] of days(run).entries()) {
        const moved = days(copy)[position];
        expect(moved === null).toBe(day === null);
        if (!day || !moved) continue;
        expect(weekday(moved)).toBe(weekday(day));
        expect(daysBetween(day, moved)).toBe(7 * weeks);
      }
    }),
  );
});

test("a copy says nothing of what became of the first: not cancelled, not confirmed, no seat taken", () => {
  fc.assert(
    fc.property(aRun, (run) => {
      expect(shifted(run, 52, "new")).toMatchObject({ id: "new", cancelledOn: null, confirmedOn: null, seatsLeft: null });
    }),
  );
});

test("what can be true stays so when it is shifted", () => {
  fc.assert(
    fc.property(aRun, fc.integer({ min: 1, max: 60 }), (run, weeks) => {
      const sound = { ...run, seatsLeft: null };
      expect(problemsWithDates(shifted(sound, weeks, "new"))).toEqual(problemsWithDates(sound));
    }),
  );
});

test("repeating the same again makes nothing twice, neither a run nor an own id", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(aRun, { maxLength: 5, selector: ({ externalId }) => externalId }),
      fc.integer({ min: 1, max: 6 }),
      (runs, times) => {
        const plan = (existing: Run[]) => repeated(runs, { everyWeeks: 1, times, existing, idOf: (position) => `new-${position}` });
        const first = plan(runs).filter(({ there }) => !there);
        const after = [...runs, ...first.map(({ session }) => session)];
        expect(new Set(after.map(({ externalId }) => externalId)).size).toBe(after.length);
        expect(new Set(first.map(({ session }) => session.id)).size).toBe(first.length);
        expect(plan(after).filter(({ there }) => !there)).toEqual([]);
      },
    ),
  );
});

test("no session ends before it starts, whatever is written", () => {
  fc.assert(
    fc.property(aRun, (run) => {
      const codes = problemsWithDates(run).map(({ code }) => code);
      const backwards = run.startsOn !== null && run.endsOn !== null && run.endsOn < run.startsOn;
      expect(codes.includes("sessionEndsBeforeItStarts")).toBe(backwards);
      expect(codes.includes("sessionEndWithoutStart")).toBe(run.startsOn === null && run.endsOn !== null);
      expect(codes.includes("moreSeatsLeftThanSeats")).toBe((run.seatsLeft ?? 0) > (run.seats ?? 99));
    }),
  );
});

test("a window is refused at its own input where it closes before it opens, or opens when all is over", () => {
  const base = { startsOn: "2027-01-14", endsOn: null, seats: null, seatsLeft: null };
  const windows = [
    { opensOn: "2026-11-01", closesOn: "2026-12-01" },
    { opensOn: "2026-12-02", closesOn: "2026-12-01" },
    { opensOn: "2027-01-15", closesOn: null },
  ];
  expect(problemsWithDates({ ...base, windows })).toEqual([
    { code: "windowClosesBeforeItOpens", field: "window.1.closesOn" },
    { code: "windowOpensTooLate", field: "window.2.opensOn" },
  ]);
});

test.each([
  ["LW-101", [], "LW-102"],
  ["LW-101", ["LW-102"], "LW-103"],
  ["LW-2026", [], "LW-2027"],
  ["2026", ["2027"], "2028"],
  ["zorg", [], "zorg-2"],
  ["zorg-2", ["zorg-3"], "zorg-4"],
  ["A-09", [], "A-10"],
  ["A-26-27", [], "A-27-28"],
  ["26-27", ["27-28"], "28-29"],
  ["98-99", [], "98-100"],
  ["A12345", [], "A12345-2"],
])("after %s, with %j taken, comes %s", (id, taken, next) => {
  expect(nextOwnId(id, new Set([id, ...taken]))).toBe(next);
});

test("ahead is what has neither begun nor been cancelled; last year's are those of the year before", () => {
  const day = "2026-11-25";
  const run = (startsOn: string | null, cancelledOn: string | null = null) => ({ startsOn, cancelledOn });
  expect([run("2026-11-25"), run("2026-11-26"), run(null), run("2027-01-01", day)].map((one) => isAhead(one, day))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(lastYears([run("2025-11-01"), run("2026-02-01"), run("2026-03-01", day), run(addDays(day, 30)), run(null)], day)).toEqual([
    run("2026-02-01"),
    run(addDays(day, 30)),
  ]);
});
