import type { Point } from "@/lib/places/spot";

export type Bounds = { west: number; east: number; south: number; north: number };

export type Projection = { width: number; height: number; place: (point: Point) => { x: number; y: number } };

/** Of a place all that a picture needs. */
export type Placed = Point & { count: number };

/** Degrees as lengths, true in the middle of the picture: good enough for one country, and without a library. */
export function project({ west, east, south, north }: Bounds, width: number): Projection {
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = width / ((east - west) * narrowing);
  return {
    width,
    height: (north - south) * scale,
    place: ({ latitude, longitude }) => ({ x: (longitude - west) * narrowing * scale, y: (north - latitude) * scale }),
  };
}

/** Bounds of places alone, with room around them. */
export function boundsOf(points: Point[]): Bounds {
  const [latitudes, longitudes] = [points.map(({ latitude }) => latitude), points.map(({ longitude }) => longitude)];
  const room = 0.3;
  return {
    west: Math.min(...longitudes) - room,
    east: Math.max(...longitudes) + room,
    south: Math.min(...latitudes) - room,
    north: Math.max(...latitudes) + room,
  };
}

/** Places that would lie over one another, drawn as one circle around the fullest, which is the first of them. */
export type Cluster<Of extends Placed = Placed> = { x: number; y: number; radius: number; sum: number; members: [Of, ...Of[]] };

/** So far apart that no two circles touch, and that each can be pressed by thumb (WCAG 2.5.8) where the picture is small. */
export const apart = 36;

const [smallest, largest] = [10, apart / 2 - 1];

export function cluster<Of extends Placed>(places: Of[], { place, width, height }: Projection): Cluster<Of>[] {
  const clusters: Cluster<Of>[] = [];
  for (const one of places.toSorted((a, b) => b.count - a.count)) {
    const { x, y } = place(one);
    if (x < 0 || y < 0 || x > width || y > height) continue;
    const near = clusters.find((other) => Math.hypot(other.x - x, other.y - y) < apart);
    if (near) {
      near.members.push(one);
      near.sum += one.count;
    } else clusters.push({ x, y, radius: smallest, sum: one.count, members: [one] });
  }
  const most = Math.max(...clusters.map(({ sum }) => sum));
  for (const one of clusters) one.radius = smallest + (largest - smallest) * Math.sqrt(one.sum / most);
  return clusters;
}
