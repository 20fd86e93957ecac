import { expect, it } from "vitest";
import { outlines, toFeatures } from "./outlines";

it("gives each country as one shape of closed rings, the own one first", () => {
  const { features } = toFeatures(outlines);
  expect(features.map(({ properties }) => properties.own)).toEqual([true, ...(outlines?.neighbours.map(() => false) ?? [])]);
  for (const { geometry } of features)
    for (const [ring] of geometry.coordinates) {
      expect(ring?.length).toBeGreaterThan(3);
      expect(ring?.at(-1)).toEqual(ring?.at(0));
    }
});

it("is empty where a country has no outlines", () => {
  expect(toFeatures(undefined).features).toEqual([]);
});
