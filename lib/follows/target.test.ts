import { expect, test } from "vitest";
import { paramsIn, readTarget, searchText, targetQuery } from "./target";

test("a target is read out of the address that is written for it", () => {
  const query = (text: string) => paramsIn(text.slice(1));
  for (const target of [
    { kind: "offering", slug: "soil" } as const,
    { kind: "provider", slug: "garden" } as const,
    { kind: "search", search: "" } as const,
    { kind: "search", search: "q=soil+care&eqf=5&eqf=6&provider=garden" } as const,
  ])
    expect(readTarget(query(targetQuery(target)))).toEqual(target);
  expect(readTarget({ of: "offering:No such" })).toBeUndefined();
});

test("a search is the same text, whatever its order, its page and the order of its words", () => {
  expect(searchText({ eqf: ["6", "5"], q: " soil ", sort: "price", view: "map", page: "4", nonsense: "1" })).toBe(
    searchText({ q: "soil", eqf: ["5", "6"] }),
  );
});
