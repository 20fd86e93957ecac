import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/days/days";
import { timelineOf, yearsOf } from "./timeline";

const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays("1990-01-01", days));
const span = fc
  .record({ id: fc.constantFrom("a", "b", "c"), from: fc.option(day), length: fc.option(fc.integer({ min: 1, max: 4000 })) })
  .map(({ id, from, length }) => ({ id, from, until: length === null ? null : addDays(from ?? "2020-01-01", length) }));

describe("the geometry of a timeline", () => {
  it("keeps every bar and the day within the picture, and the bars in order", () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), day, fc.integer({ min: 50, max: 900 }), (spans, today, width) => {
        const { bars, today: now, rows } = timelineOf(spans, today, width);
        expect(bars).toHaveLength(spans.length);
        expect(now).toBeGreaterThan(0);
        expect(now).toBeLessThan(width);
        for (const [position, bar] of bars.entries()) {
          expect(bar.x).toBeGreaterThanOrEqual(0);
          expect(bar.width).toBeGreaterThan(0);
          expect(bar.x + bar.width).toBeLessThanOrEqual(width + 1e-9);
          expect(bar.x).toBeGreaterThanOrEqual(bars[position - 1]?.x ?? 0);
          expect(bar.row).toBeLessThan(rows);
          expect(bar.now).toBe(bar.x <= now && (bar.open || now < bar.x + bar.width));
        }
      }),
    );
  });

  it("shows the day after the last day outside the bar", () => {
    const spans = [{ id: "a", from: "2022-07-01", until: "2028-07-01" }];
    expect(timelineOf(spans, "2028-06-30", 300).bars[0]?.now).toBe(true);
    expect(timelineOf(spans, "2028-07-01", 300).bars[0]?.now).toBe(false);
  });

  it("runs out of the picture where the end is open", () => {
    const [bar] = timelineOf([{ id: "a", from: "2022-01-01", until: null }], "2026-11-23", 300).bars;
    expect(bar?.open).toBe(true);
    expect((bar?.x ?? 0) + (bar?.width ?? 0)).toBe(300);
  });

  it("names years at their first day, in order and never too many", () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), day, (spans, today) => {
        const years = yearsOf(timelineOf(spans, today, 100), 100);
        expect(years.length).toBeLessThanOrEqual(8);
        for (const [position, { year, x }] of years.entries()) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(100);
          expect(year).toBeGreaterThan(years[position - 1]?.year ?? 0);
        }
      }),
    );
    expect(yearsOf(timelineOf([{ id: "a", from: "2024-01-01", until: null }], "2026-07-02", 100), 100).map(({ year }) => year)).toEqual([
      2024, 2025, 2026,
    ]);
  });
});
