import fc from "fast-check";
import { expect, it } from "vitest";
import { pointOf, spotOf, spotsWithin } from "@/lib/places/spot";
import { boundsOf, cluster, narrowedTo, project } from "./picture";

const placesOf = (points: { latitude: number; longitude: number; count: number }[]) => {
  const counts = new Map(points.map((point) => [spotOf(point), point.count]));
  return [...counts].map(([spot, count]) => ({ spot, count, name: null, ...pointOf(spot) }));
};
const somePlaces = fc
  .array(
    fc.record({
      latitude: fc.double({ min: 49.5, max: 51.5, noNaN: true }),
      longitude: fc.double({ min: 2.6, max: 6.3, noNaN: true }),
      count: fc.integer({ min: 1, max: 500 }),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map(placesOf);

it("puts every place into one cluster, and no two clusters over one another", () => {
  fc.assert(
    fc.property(somePlaces, (places) => {
      const clusters = cluster(places, project(boundsOf(places), 720), 30);
      expect(clusters.reduce((sum, one) => sum + one.places, 0)).toBe(places.length);
      expect(clusters.reduce((sum, { sum: own }) => sum + own, 0)).toBe(places.reduce((sum, { count }) => sum + count, 0));
      for (const [position, a] of clusters.entries())
        for (const b of clusters.slice(position + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(30);
    }),
  );
});

it("narrows a search to one spot alone", () => {
  fc.assert(
    fc.property(somePlaces, ([place]) => {
      if (!place) return;
      const { radius } = narrowedTo(place);
      expect(spotsWithin(place, radius)).toEqual([{ from: place.spot, to: place.spot }]);
    }),
  );
});
