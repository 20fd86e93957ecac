import fc from "fast-check";
import { expect, test } from "vitest";
import { nextRunAt } from "./schedule";

const now = new Date("2026-11-25T10:00:00Z");
const hours = (schedule: "hourly" | "daily" | "weekly", failures: number) =>
  ((nextRunAt(schedule, now, failures, 0.5)?.getTime() ?? 0) - now.getTime()) / 3600_000;

test("a feed waits as its schedule says, longer after each failure, a week at most", () => {
  expect([hours("hourly", 0), hours("daily", 0), hours("weekly", 0)]).toEqual([1, 24, 168]);
  expect([hours("hourly", 1), hours("hourly", 3), hours("hourly", 50), hours("weekly", 2)]).toEqual([2, 8, 168, 168]);
  expect(nextRunAt("by-hand", now, 0, 0.5)).toBeNull();
});

test("the next run always lies ahead, within a tenth of the schedule of where it should", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("hourly", "daily", "weekly"),
      fc.nat(100),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (schedule, failures, chance) => {
        const ahead = ((nextRunAt(schedule, now, failures, chance)?.getTime() ?? 0) - now.getTime()) / 3600_000;
        expect(ahead).toBeGreaterThan(0.89);
        expect(Math.abs(ahead - hours(schedule, failures))).toBeLessThanOrEqual(0.1001 * hours(schedule, 0));
      },
    ),
  );
});
