import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distanceInKm, type Point, pointOf, readPoint, spotOf, spotsWithin } from "./spot";

const inEurope: fc.Arbitrary<Point> = fc.record({
  latitude: fc.double({ min: 36, max: 70, noNaN: true }),
  longitude: fc.double({ min: -10, max: 30, noNaN: true }),
});
const ghent = { latitude: 51.0538, longitude: 3.725 };
const brussels = { latitude: 50.8466, longitude: 4.3528 };

describe("a spot", () => {
  it("lies around its middle, at most a kilometre away", () => {
    fc.assert(
      fc.property(inEurope, (point) => {
        expect(distanceInKm(point, pointOf(spotOf(point)))).toBeLessThan(1);
        expect(spotOf(pointOf(spotOf(point)))).toBe(spotOf(point));
      }),
    );
  });

  it("is in a circle exactly if its middle is", () => {
    fc.assert(
      fc.property(inEurope, inEurope, fc.double({ min: 1, max: 150, noNaN: true }), fc.boolean(), (centre, elsewhere, km, near) => {
        const other = near
          ? { latitude: centre.latitude + (elsewhere.latitude - 53) / 17, longitude: centre.longitude + (elsewhere.longitude - 10) / 10 }
          : elsewhere;
        const spot = spotOf(other);
        const found = spotsWithin(centre, km).some(({ from, to }) => from <= spot && spot <= to);
        expect(found).toBe(distanceInKm(centre, pointOf(spot)) <= km);
      }),
      { numRuns: 500 },
    );
  });
});

it("measures as maps do", () => {
  expect(distanceInKm(ghent, brussels)).toBeCloseTo(49.6, 0);
  expect(distanceInKm(ghent, ghent)).toBe(0);
});

it("reads a point as an address writes it, and nothing else", () => {
  expect(readPoint("50.85,4.35")).toEqual({ latitude: 50.85, longitude: 4.35 });
  expect(readPoint("-33.9, 151.2")).toEqual({ latitude: -33.9, longitude: 151.2 });
  for (const text of ["Gent", "50.85", "91,4", "50,181", "50.85,4.35,1", ""]) expect(readPoint(text)).toBeUndefined();
});
