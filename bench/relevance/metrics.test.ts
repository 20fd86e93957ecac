import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hitAt5, mean, ndcgAt10, precisionAt5 } from "./metrics";

const grade = fc.integer({ min: 0, max: 3 });
const by = (a: number, b: number) => b - a;

describe("precision at 5", () => {
  it("counts what is good or better", () => {
    expect(precisionAt5({ gains: [3, 1, 2, 0, 0, 3], ideal: [3, 3, 2, 2, 2, 2] })).toBe(2 / 5);
  });

  it("asks for no more than there is", () => {
    expect(precisionAt5({ gains: [0, 3], ideal: [3, 1] })).toBe(1);
    expect(precisionAt5({ gains: [0, 3], ideal: [3, 2] })).toBe(1 / 2);
  });

  it("is 0 where nothing was found", () => {
    expect(precisionAt5({ gains: [], ideal: [3] })).toBe(0);
  });
});

describe("hit at 5", () => {
  it("looks at the first five only", () => {
    expect(hitAt5({ gains: [0, 0, 0, 0, 2], ideal: [2] })).toBe(1);
    expect(hitAt5({ gains: [1, 1, 1, 1, 1, 3], ideal: [3] })).toBe(0);
  });
});

describe("nDCG at 10", () => {
  it("is the hand-made sum", () => {
    const found = 7 + 1 / Math.log2(3) + 3 / Math.log2(5);
    const best = 7 + 3 / Math.log2(3) + 1 / 2;
    expect(ndcgAt10({ gains: [3, 1, 0, 2], ideal: [1, 2, 3] })).toBeCloseTo(found / best, 12);
  });

  it("is 1 for the best order, and no other order is better", () => {
    fc.assert(
      fc.property(fc.array(grade, { minLength: 1, maxLength: 20 }), (ideal) => {
        fc.pre(ideal.some((gain) => gain > 0));
        expect(ndcgAt10({ gains: [...ideal].sort(by), ideal })).toBeCloseTo(1, 12);
        expect(ndcgAt10({ gains: ideal, ideal })).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  it("does not fall when two neighbours change into the better order", () => {
    fc.assert(
      fc.property(fc.array(grade, { minLength: 2, maxLength: 12 }), fc.nat(10), (gains, place) => {
        const at = place % (gains.length - 1);
        const [first = 0, second = 0] = gains.slice(at, at + 2).sort(by);
        const better = [...gains.slice(0, at), first, second, ...gains.slice(at + 2)];
        expect(ndcgAt10({ gains: better, ideal: gains })).toBeGreaterThanOrEqual(ndcgAt10({ gains, ideal: gains }) - 1e-12);
      }),
    );
  });
});

it("all three lie between 0 and 1", () => {
  fc.assert(
    fc.property(fc.array(grade, { maxLength: 20 }), fc.nat(20), (ideal, shown) => {
      const gains = ideal.slice(0, shown);
      for (const measure of [precisionAt5, hitAt5, ndcgAt10]) {
        const value = measure({ gains, ideal });
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1 + 1e-12);
      }
    }),
  );
});

it("a mean of nothing is no number", () => {
  expect(mean([1, 0, 0.5])).toBe(0.5);
  expect(mean([])).toBeNaN();
});
