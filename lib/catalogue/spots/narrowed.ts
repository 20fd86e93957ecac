import { type SearchQuery, smallestRadius } from "@/lib/catalogue/query";
import { distanceInKm, type Point } from "@/lib/places/spot";

/** A search narrowed to one place, or to all that one circle stands for. */
export function narrowedTo([first, ...others]: [Point, ...Point[]]): Pick<SearchQuery, "orOnline"> & { near: string; radius: number } {
  const km = Math.max(0, ...others.map((other) => distanceInKm(first, other)));
  return { near: `${first.latitude},${first.longitude}`, radius: km === 0 ? smallestRadius : Math.ceil(km), orOnline: false };
}
