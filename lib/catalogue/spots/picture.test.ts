import fc from "fast-check";
import { expect, it } from "vitest";
import { pointOf, spotOf, spotsWithin } from "@/lib/places/spot";
import { overlap, placeNames, touches } from "./names";
import { narrowedTo } from "./narrowed";
import { apart, boundsOf, cluster, project } from "./picture";

const placesOf = (points: { latitude: number; longitude: number; count: number }[]) => {
  const counts = new Map(points.map((point) => [spotOf(point), point.count]));
  return [...counts].map(([spot, count]) => ({ spot, count, ...pointOf(spot) }));
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
const width = 400;

it("puts every place into one circle, and no two circles over one another", () => {
  fc.assert(
    fc.property(somePlaces, (places) => {
      const clusters = cluster(places, project(boundsOf(places), width));
      expect(clusters.reduce((sum, { members }) => sum + members.length, 0)).toBe(places.length);
      expect(clusters.reduce((sum, { sum: own }) => sum + own, 0)).toBe(places.reduce((sum, { count }) => sum + count, 0));
      for (const [position, a] of clusters.entries())
        for (const b of clusters.slice(position + 1)) {
          expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(apart);
          expect(a.radius + b.radius).toBeLessThan(apart);
        }
    }),
  );
});

const someName = fc.stringMatching(/^[A-Z][a-z -]{2,20}$/);

it("writes names over no circle, over no other name, and nowhere over the edge", () => {
  let written = 0;
  fc.assert(
    fc.property(somePlaces, fc.array(someName, { minLength: 40, maxLength: 40 }), fc.constantFrom(9, 13, 17), (places, names, size) => {
      const { height, ...projection } = project(boundsOf(places), width);
      const circles = cluster(places, { ...projection, height }).map((one, position) => ({ ...one, name: names[position] ?? "" }));
      const labels = placeNames(circles, { width, height }, size, 12);
      written += labels.length;
      expect(labels.length).toBeLessThanOrEqual(12);
      for (const [position, label] of labels.entries()) {
        expect(circles.some((circle) => touches(label, circle))).toBe(false);
        expect(labels.slice(position + 1).some((other) => overlap(label, other))).toBe(false);
        expect(Math.min(label.x - label.width / 2, label.y - label.height / 2)).toBeGreaterThanOrEqual(0);
        expect(label.x + label.width / 2).toBeLessThanOrEqual(width);
        expect(label.y + label.height / 2).toBeLessThanOrEqual(height);
      }
    }),
  );
  expect(written).toBeGreaterThan(100);
});

it("leaves no name out that has room", () => {
  const alone = { x: 200, y: 100, radius: 12, name: "Namur" };
  expect(placeNames([alone], { width, height: 200 }, 13, 12)).toMatchObject([{ name: "Namur", x: 200 }]);
  const atTheFoot = { ...alone, y: 190 };
  expect(placeNames([atTheFoot], { width, height: 200 }, 13, 12)[0]?.y).toBeLessThan(190);
  const crowded = [alone, { ...alone, y: 126, name: "Dinant" }];
  expect(placeNames(crowded, { width, height: 200 }, 13, 12)).toMatchObject([
    { name: "Namur", y: expect.closeTo(78.2, 1) },
    { name: "Dinant", y: expect.closeTo(147.8, 1) },
  ]);
});

it("narrows a search to one spot alone", () => {
  fc.assert(
    fc.property(somePlaces, ([place]) => {
      if (!place) return;
      const { radius } = narrowedTo([place]);
      expect(spotsWithin(place, radius)).toEqual([{ from: place.spot, to: place.spot }]);
    }),
  );
});

it("narrows a search to all that a circle stands for", () => {
  fc.assert(
    fc.property(somePlaces, (places) => {
      for (const { members } of cluster(places, project(boundsOf(places), width))) {
        const { radius } = narrowedTo(members);
        const covered = spotsWithin(members[0], radius);
        for (const { spot } of members) expect(covered.some(({ from, to }) => from <= spot && spot <= to)).toBe(true);
      }
    }),
  );
});
