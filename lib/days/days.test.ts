import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf } from "@/lib/clock";
import { aDay, aPeriod, window } from "@/lib/testing/days";
import {
  addDays,
  complement,
  contains,
  dayNumber,
  daysBetween,
  fromRange,
  intersection,
  type Period,
  startOfDay,
  toRange,
  union,
} from "./days";

const brussels = "Europe/Brussels";
const periods = fc.array(aPeriod, { maxLength: 6 });
const inAny = (all: Period[], day: string) => all.some((period) => contains(period, day));

/** In order, none empty, and a day or more between each and the next: the fewest periods that hold these days. */
function expectFewest(all: Period[]) {
  for (const { from, until } of all) if (from !== null && until !== null) expect(from < until).toBe(true);
  for (const [position, next] of all.slice(1).entries()) {
    const end = all[position]?.until;
    expect(end && next.from && end < next.from, JSON.stringify(all)).toBe(true);
  }
}

describe("sets of days", () => {
  it("a union holds exactly the days that some period holds", () => {
    fc.assert(
      fc.property(periods, (all) => {
        const merged = union(all);
        for (const day of window) expect(inAny(merged, day)).toBe(inAny(all, day));
        expectFewest(merged);
      }),
    );
  });

  it("an intersection holds exactly the days that both hold", () => {
    fc.assert(
      fc.property(periods, periods, (a, b) => {
        const both = intersection(a, b);
        for (const day of window) expect(inAny(both, day)).toBe(inAny(a, day) && inAny(b, day));
        expectFewest(both);
      }),
    );
  });

  it("a complement holds exactly the days that no period holds", () => {
    fc.assert(
      fc.property(periods, (all) => {
        const others = complement(all);
        for (const day of window) expect(inAny(others, day)).toBe(!inAny(all, day));
        expectFewest(others);
        expect(complement(others)).toEqual(union(all));
      }),
    );
  });

  it("two periods of which one ends where the other begins are one", () => {
    const until = { from: "2026-01-01", until: "2026-07-01" };
    const from = { from: "2026-07-01", until: null };
    expect(union([from, until])).toEqual([{ from: "2026-01-01", until: null }]);
  });

  it("all time has no complement, and nothing has all time", () => {
    expect(complement([{ from: null, until: null }])).toEqual([]);
    expect(complement([])).toEqual([{ from: null, until: null }]);
  });

  it("a period ends before its until", () => {
    const period = { from: "2026-11-23", until: "2026-11-24" };
    expect(["2026-11-22", "2026-11-23", "2026-11-24"].map((day) => contains(period, day))).toEqual([false, true, false]);
  });
});

describe("Postgres' ranges", () => {
  it("come back as they went in", () => {
    fc.assert(
      fc.property(aPeriod, (period) => {
        expect(fromRange(toRange(period))).toEqual(period);
      }),
    );
  });

  it("are read in the form in which Postgres gives an end that is missing", () => {
    expect(fromRange("(,2026-09-01)")).toEqual({ from: null, until: "2026-09-01" });
    expect(fromRange("[2026-09-01,)")).toEqual({ from: "2026-09-01", until: null });
  });
});

describe("counting days", () => {
  it("steps over the end of February and of the year", () => {
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(addDays("2027-02-28", 1)).toBe("2027-03-01");
    expect(addDays("2027-01-01", -1)).toBe("2026-12-31");
  });

  it("counts back what it added, and numbers days one after the other", () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: -2000, max: 2000 }), (day, days) => {
        expect(daysBetween(day, addDays(day, days))).toBe(days);
        expect(dayNumber(addDays(day, days)) - dayNumber(day)).toBe(days);
      }),
    );
    expect(dayNumber("1970-01-01")).toBe(0);
  });
});

describe("the moment at which a day begins", () => {
  it("is midnight in Brussels, in winter and in summer", () => {
    expect(new Date(startOfDay("2026-12-01", brussels) * 1000).toISOString()).toBe("2026-11-30T23:00:00.000Z");
    expect(new Date(startOfDay("2027-07-01", brussels) * 1000).toISOString()).toBe("2027-06-30T22:00:00.000Z");
  });

  it("makes a day of 23 hours when summer time begins and of 25 when it ends", () => {
    const hours = (day: string) => (startOfDay(addDays(day, 1), brussels) - startOfDay(day, brussels)) / 3600;
    expect([hours("2027-03-27"), hours("2027-03-28"), hours("2027-10-31"), hours("2027-11-01")]).toEqual([24, 23, 25, 24]);
  });

  it("agrees with the clock to the second", () => {
    const anyDay = fc.integer({ min: -4000, max: 4000 }).map((days) => addDays("2026-11-23", days));
    fc.assert(
      fc.property(anyDay, (day) => {
        const moment = startOfDay(day, brussels) * 1000;
        expect([dayOf(new Date(moment)), dayOf(new Date(moment - 1000))]).toEqual([day, addDays(day, -1)]);
      }),
    );
  });
});

it("arithmetic with days is the calendar's, and what is no day is refused", () => {
  expect([addDays("2028-02-28", 1), addDays("2026-12-31", 1), addDays("2026-03-01", -1)]).toEqual([
    "2028-02-29",
    "2027-01-01",
    "2026-02-28",
  ]);
  expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
  for (const wrong of ["2026-02-30", "2026-13-01", "2026-1-1", "", "soon"]) expect(() => dayNumber(wrong), wrong).toThrow(RangeError);
});
