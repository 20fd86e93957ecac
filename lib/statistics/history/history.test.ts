import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addUp, endsOf, lastMonths } from "./history";

describe("months", () => {
  it("go back over years, this one included, and end where the next begins", () => {
    expect(lastMonths("2026-02-28", 4)).toEqual(["2025-11-01", "2025-12-01", "2026-01-01", "2026-02-01"]);
    expect(endsOf(["2025-12-01", "2026-02-01", "2024-02-01"])).toEqual(["2026-01-01", "2026-03-01", "2024-03-01"]);
  });
});

it("adds up from changes what a plain count of each month finds", () => {
  const stay = fc
    .tuple(fc.nat(7), fc.nat(7), fc.constantFrom("4", "5"))
    .map(([one, other, category]) => ({ first: Math.min(one, other), last: Math.max(one, other), category }));
  fc.assert(
    fc.property(fc.array(stay), (stays) => {
      const changes = stays.flatMap(({ first, last, category }) =>
        [
          { place: first, change: 1 },
          { place: last, change: -1 },
        ]
          .filter(({ place }) => place < 6)
          .map((one) => ({ scope: "country", code: "level", category, part: "", ...one })),
      );
      for (const { category, counts } of addUp(changes, 6).values())
        expect(counts).toEqual(
          Array.from(
            { length: 6 },
            (_, month) => stays.filter((one) => one.category === category && one.first <= month && month < one.last).length,
          ),
        );
    }),
  );
});
