import fc from "fast-check";
import { expect, test } from "vitest";
import type { KeptChange } from "@/lib/lists/kept";
import { newsIn } from "./news";

const startsOn = fc.constantFrom("2026-12-01", "2027-01-08", null);
const change: fc.Arbitrary<KeptChange> = fc.oneof(
  fc.record({ what: fc.constantFrom("full", "cancelled", "closed", "dropped", "added", "places", "opened"), startsOn }),
  fc.record({ what: fc.constant("moved"), startsOn, from: startsOn }),
  fc.record({ what: fc.constant("price"), startsOn, from: fc.nat(9), to: fc.nat(9), currency: fc.constant("EUR") }),
  fc.record({ what: fc.constant("gone"), notice: fc.constantFrom("withdrawn", "suspended") }),
  fc.constant({ what: "back" }),
) as fc.Arbitrary<KeptChange>;

test("whatever happens in whatever order, a change is told once", () => {
  fc.assert(
    fc.property(fc.array(fc.uniqueArray(change, { selector: (one) => JSON.stringify(one) }), { maxLength: 6 }), (looks) => {
      let told: unknown[] = [];
      const all: string[] = [];
      for (const changes of looks) {
        const news = newsIn(changes, told);
        all.push(...news.fresh.map((one) => JSON.stringify(one)));
        told = news.told;
      }
      expect(new Set(all).size).toBe(all.length);
    }),
  );
});

test("told is what may undo a plan, and nothing that is only more to choose from", () => {
  const said = newsIn([{ what: "full", startsOn: null }, { what: "added", startsOn: null }, { what: "back" }], []);
  expect(said.fresh).toEqual([{ what: "full", startsOn: null }]);
  expect(newsIn([{ what: "full", startsOn: "2026-12-01" }], said.told).fresh).toHaveLength(1);
});
