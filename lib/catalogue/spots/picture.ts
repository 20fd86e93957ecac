import { smallestRadius } from "@/lib/catalogue/query";
import { distanceInKm, type Point } from "@/lib/places/spot";
import type { MapPlace } from "./spots";

export type Bounds = { west: number; east: number; south: number; north: number };

export type Projection = { width: number; height: number; place: (point: Point) => { x: number; y: number } };

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

/** Places that would lie over one another, drawn as one around the fullest; `km` is how far the farthest is. */
export type Cluster = MapPlace & { x: number; y: number; places: number; sum: number; km: number };

export function cluster(places: MapPlace[], { place, width, height }: Projection, apart: number): Cluster[] {
  const clusters: Cluster[] = [];
  for (const one of places.toSorted((a, b) => b.count - a.count)) {
    const { x, y } = place(one);
    if (x < 0 || y < 0 || x > width || y > height) continue;
    const near = clusters.find((other) => Math.hypot(other.x - x, other.y - y) < apart);
    if (!near) clusters.push({ ...one, x, y, places: 1, sum: one.count, km: 0 });
    else Object.assign(near, { places: near.places + 1, sum: near.sum + one.count, km: Math.max(near.km, distanceInKm(near, one)) });
  }
  return clusters;
}

/** A search narrowed to a spot or to all of a cluster. */
export function narrowedTo({ latitude, longitude, km = 0 }: Point & { km?: number }): { near: string; radius: number } {
  return { near: `${latitude},${longitude}`, radius: km === 0 ? smallestRadius : Math.ceil(km) };
}
