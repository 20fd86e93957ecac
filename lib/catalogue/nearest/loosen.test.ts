import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { appliedFilters, parseSearchQuery, searchHref } from "@/lib/catalogue/query";
import { loosen } from "./loosen";

const addresses = (params: Record<string, string>) => loosen(parseSearchQuery(params)).map(({ query }) => searchHref(query));

describe("a search that found nothing", () => {
  it("goes farther first, then gives up one thing after the other, and the words last", () => {
    expect(addresses({ q: "lassen", schedule: "evening", free: "1", near: "Gent" })).toEqual([
      "?q=lassen&schedule=evening&near=Gent&radius=50&free=1",
      "?q=lassen&schedule=evening&near=Gent&radius=100&free=1",
      "?q=lassen&near=Gent&free=1",
      "?q=lassen&schedule=evening&near=Gent",
      "?q=lassen&schedule=evening&free=1",
      "?q=lassen&near=Gent",
      "?q=lassen",
      "?schedule=evening&near=Gent&free=1",
      "?",
    ]);
  });

  it("tries each word alone, the longest first", () => {
    expect(addresses({ q: "quetzal bees", eqf: "5" })).toEqual(["?q=quetzal+bees", "?q=quetzal", "?q=bees", "?eqf=5", "?"]);
  });

  it("always ends with all there is, and says what it left out", () => {
    const params = fc.record(
      {
        q: fc.constantFrom("", "zorg", "zorg thuis"),
        eqf: fc.constantFrom("4", "5"),
        mode: fc.constant("online"),
        near: fc.constant("Gent"),
        topic: fc.constant("bees"),
        open: fc.constant("1"),
        priceMax: fc.constant("9"),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(params, (params) => {
        const query = parseSearchQuery(params);
        const all = loosen(query);
        if (searchHref(query) !== "?") expect(searchHref(all.at(-1)?.query ?? query)).toBe("?");
        for (const { query: loosened, left } of all) {
          expect(appliedFilters(loosened).length + left.length).toBe(appliedFilters(query).length);
        }
      }),
    );
  });
});
