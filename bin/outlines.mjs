// Makes config/outlines/<country>.json, the outlines of a country and its neighbours as the map of results draws them, out of the file
// countries-10m.json of the package world-atlas (Natural Earth, public domain): node bin/outlines.mjs countries-10m.json BE 056 528 250 276 442
import { readFileSync, writeFileSync } from "node:fs";

const [file, code, ...numbers] = process.argv.slice(2);
const { arcs, objects, transform } = JSON.parse(readFileSync(file, "utf8"));
const { scale, translate } = transform;

const decoded = arcs.map((arc) => {
  let [x, y] = [0, 0];
  return arc.map(([dx, dy]) => {
    x += dx;
    y += dy;
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
  });
});
const ringOf = (numbers) =>
  numbers.flatMap((number, position) => (number < 0 ? decoded[~number].toReversed() : decoded[number]).slice(position === 0 ? 0 : 1));
const ringsOf = (number) => {
  const found = objects.countries.geometries.find(({ id }) => id === number);
  if (!found) throw new Error(`There is no country ${number} in ${file}`);
  return (found.type === "Polygon" ? [found.arcs] : found.arcs).map(([outer]) => ringOf(outer));
};

const [own, ...neighbours] = numbers.map(ringsOf);
const points = own.flat();
const edge = (axis, sign) => sign * Math.max(...points.map((point) => sign * point[axis])) + sign * margin;
const margin = 0.6;
const bounds = { west: edge(0, -1), east: edge(0, 1), south: edge(1, -1), north: edge(1, 1) };

/** What lies within the picture, side by side (Sutherland and Hodgman). */
function cut(ring) {
  const sides = [
    [0, bounds.west, 1],
    [0, bounds.east, -1],
    [1, bounds.south, 1],
    [1, bounds.north, -1],
  ];
  return sides.reduce((left, [axis, limit, sign]) => {
    const isInside = (point) => sign * point[axis] >= sign * limit;
    return left.flatMap((point, position) => {
      const before = left.at(position - 1);
      const share = (limit - before[axis]) / (point[axis] - before[axis]);
      const crossing = before.map((value, which) => (which === axis ? limit : value + share * (point[which] - value)));
      if (isInside(point)) return isInside(before) ? [point] : [crossing, point];
      return isInside(before) ? [crossing] : [];
    });
  }, ring);
}

const rounded = (ring) => ring.map((point) => point.map((value) => Math.round(value * 1000) / 1000));
const drawn = (rings) =>
  rings
    .map(cut)
    .filter((ring) => ring.length > 3)
    .map(rounded);
const outlines = { source: "Natural Earth", bounds, own: drawn(own), neighbours: neighbours.map(drawn) };
writeFileSync(`config/outlines/${code}.json`, `${JSON.stringify(outlines)}\n`);
