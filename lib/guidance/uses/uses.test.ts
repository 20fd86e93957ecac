import fc from "fast-check";
import { expect, test } from "vitest";
import { uses } from "@/lib/guidance/use";
import { toUseFile } from "./file";
import { monthBefore, monthsOfUse } from "./uses";

test("months are counted back over the turn of a year", () => {
  expect(monthBefore("2027-02-28", 0)).toBe("2027-02");
  expect(monthBefore("2027-02-28", 2)).toBe("2026-12");
  expect(monthBefore("2027-01-01", 13)).toBe("2025-12");
});

test("every month is there once, in order, with all that was counted in it and nothing twice", () => {
  const back = fc.integer({ min: 0, max: 11 });
  const counted = fc.uniqueArray(fc.record({ back, what: fc.constantFrom(...uses), count: fc.nat(1000) }), {
    selector: ({ back, what }) => `${back} ${what}`,
  });
  fc.assert(
    fc.property(counted, fc.constantFrom("2026-11-26", "2027-01-31", "2027-12-01"), (rows, day) => {
      const months = monthsOfUse(
        rows.map((row) => ({ ...row, month: monthBefore(day, row.back) })),
        day,
      );
      expect(months.map(({ month }) => month)).toEqual(months.map(({ month }) => month).toSorted());
      expect(new Set(months.map(({ month }) => month)).size).toBe(12);
      const total = months.reduce((sum, month) => sum + uses.reduce((all, what) => all + month[what], 0), 0);
      expect(total).toBe(rows.reduce((sum, { count }) => sum + count, 0));
    }),
  );
});

test("the file has a line for each month and thing", () => {
  const file = toUseFile(monthsOfUse([{ month: "2026-11", what: "search", count: 7 }], "2026-11-26"), (what) => `Name of ${what}`);
  expect(file.trim().split("\n")).toHaveLength(1 + 12 * uses.length);
  expect(file).toContain("2026-11,search,Name of search,7");
});
