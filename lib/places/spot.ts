import { z } from "zod";

/** A point on the earth in degrees. */
export type Point = { latitude: number; longitude: number };

const earthRadius = 6371.0088;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** As the crow flies, in kilometres. */
export function distanceInKm(a: Point, b: Point): number {
  const [latitude, longitude] = [radians(b.latitude - a.latitude), radians(b.longitude - a.longitude)];
  const chord = Math.sin(latitude / 2) ** 2 + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(longitude / 2) ** 2;
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/**
 * A spot is a square of a hundredth of a degree, some 1.1 by 0.7 kilometres in the middle of Europe, as one number: those of one row
 * stand one after the other, so that a circle is one range of numbers for each of its rows, for the search engine as for SQL.
 */
const [rows, columns] = [18_000, 36_000];

export function spotOf({ latitude, longitude }: Point): number {
  const row = Math.min(Math.max(Math.floor((latitude + 90) * 100), 0), rows - 1);
  return row * columns + columnOf(longitude);
}

function columnOf(longitude: number): number {
  return Math.min(Math.max(Math.floor((longitude + 180) * 100), 0), columns - 1);
}

/** In whole thousandths, so that every engine writes the same number. */
const thousandths = (count: number) => count / 1000;

/** The middle of a spot. */
export function pointOf(spot: number): Point {
  return {
    latitude: thousandths(Math.floor(spot / columns) * 10 + 5 - 90_000),
    longitude: thousandths((spot % columns) * 10 + 5 - 180_000),
  };
}

export type SpotRange = { from: number; to: number };

/** All spots whose middle lies within a circle, as one range for each row. It does not go around the back of the earth. */
export function spotsWithin(centre: Point, km: number): SpotRange[] {
  const reach = (km / earthRadius) * (180 / Math.PI);
  const first = Math.floor(spotOf({ ...centre, latitude: Math.max(centre.latitude - reach, -90) }) / columns);
  const last = Math.floor(spotOf({ ...centre, latitude: Math.min(centre.latitude + reach, 89.999) }) / columns);
  const ranges: SpotRange[] = [];
  for (let row = first; row <= last; row++) {
    const { latitude } = pointOf(row * columns);
    const isWithin = (column: number) =>
      column >= 0 && column < columns && distanceInKm(centre, { latitude, longitude: thousandths(column * 10 + 5 - 180_000) }) <= km;
    const middle = columnOf(centre.longitude);
    if (!isWithin(middle)) continue;
    ranges.push({ from: row * columns + edge(isWithin, middle, -1), to: row * columns + edge(isWithin, middle, 1) });
  }
  return ranges;
}

/** The last column in one direction that is still within: distance grows with every step away from the middle. */
function edge(isWithin: (column: number) => boolean, middle: number, step: 1 | -1): number {
  let [inside, outside] = [0, columns];
  while (outside - inside > 1) {
    const half = Math.floor((inside + outside) / 2);
    if (isWithin(middle + step * half)) inside = half;
    else outside = half;
  }
  return middle + step * inside;
}

const point = z
  .string()
  .regex(/^-?\d{1,2}(\.\d+)?,\s*-?\d{1,3}(\.\d+)?$/)
  .transform((text) => text.split(",").map(Number))
  .pipe(z.tuple([z.number().min(-90).max(90), z.number().min(-180).max(180)]))
  .transform(([latitude, longitude]) => ({ latitude, longitude }));

/** "50.85,4.35", latitude first; undefined for anything else. */
export function readPoint(text: string): Point | undefined {
  return point.safeParse(text).data;
}
