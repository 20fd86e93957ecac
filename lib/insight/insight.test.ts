import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/days/days";
import { byWeek, lastWeeks, totals, weekOf } from "./insight";
import { foldWords } from "./wishes/words";

describe("words of a search", () => {
  it.each([
    ["  Zorg-technologie ", "zorg technologie"],
    ["ÉCOLOGIE, soil care!", "ecologie soil care"],
    ["Straßenbau", "strassenbau"],
    ["ｃａｒｅ", "care"],
  ])("are counted as one wish: %j", (q, words) => {
    expect(foldWords(q)).toBe(words);
  });

  it.each([
    "",
    "ai",
    "jan.peeters@example.org",
    "0475 12 34 56",
    "EQF 5",
    "٣ نقاط",
    "https://x.example",
    "www.example.org",
    "a ".repeat(20),
    "x".repeat(61),
    "one two three four five six seven",
    "?!",
  ])("are not kept where they could be about a person or say nothing: %j", (q) => {
    expect(foldWords(q)).toBeUndefined();
  });

  it("hold letters and single spaces only, and fold to themselves", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "grapheme" }), fc.lorem({ maxCount: 4 })), (q) => {
        const words = foldWords(q);
        if (words === undefined) return;
        expect(words).toMatch(/^\p{L}+( \p{L}+)*$/u);
        expect(words.length).toBeLessThanOrEqual(60);
        expect(foldWords(words)).toBe(words);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("weeks", () => {
  it("begin on Monday and end with this one", () => {
    expect(weekOf("2026-11-25")).toBe("2026-11-23");
    expect(weekOf("2026-11-23")).toBe("2026-11-23");
    expect(weekOf("2026-11-29")).toBe("2026-11-23");
    const weeks = lastWeeks("2026-11-25");
    expect([weeks.length, weeks[0], weeks.at(-1)]).toEqual([12, "2026-09-07", "2026-11-23"]);
  });

  it("lose no number that lies within them", () => {
    const weeks = lastWeeks("2026-11-25");
    const row = fc.record({ week: fc.constantFrom(...weeks), shown: fc.nat(99), read: fc.nat(99) });
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const full = byWeek(rows, weeks);
        expect(full.map(({ week }) => week)).toEqual(weeks);
        expect(totals(full)).toEqual(totals(rows));
      }),
    );
    expect(byWeek([{ week: addDays("2026-09-07", -7), shown: 1, read: 1 }], weeks).every(({ read }) => read === 0)).toBe(true);
  });
});
