import fc from "fast-check";
import { expect, it } from "vitest";
import { withEvenHand } from "./even-hand";

const items = fc.array(fc.record({ provider: fc.constantFrom("a", "b", "c"), id: fc.nat() }), { maxLength: 60 });

it("gives no provider more than a quarter of a page while there are others, and leaves nothing out", () => {
  fc.assert(
    fc.property(items, (all) => {
      const even = withEvenHand(all, 20, ({ provider }) => provider);
      expect([...even].sort((a, b) => a.id - b.id)).toEqual([...all].sort((a, b) => a.id - b.id));
      const own = (list: typeof all, name: string) => list.filter(({ provider }) => provider === name);
      const turns = ["a", "b", "c"].reduce((sum, name) => sum + Math.min(own(all, name).length, 5), 0);
      for (const name of ["a", "b", "c"]) {
        expect(own(even, name)).toEqual(own(all, name));
        expect(own(even.slice(0, turns), name).length).toBeLessThanOrEqual(5);
      }
    }),
  );
});

it("brings the others forward", () => {
  const all = [..."aaaaaaaabbc"].map((provider, id) => ({ provider, id }));
  expect(
    withEvenHand(all, 20, ({ provider }) => provider)
      .map(({ provider }) => provider)
      .join(""),
  ).toBe("aaaaabbcaaa");
});
