import type { Place } from "@/db/schema";
import type { Placed } from "@/lib/catalogue/spots/picture";

/** Where sessions are held, by town, the town with most of them first. A town without coordinates is in the table of sessions only. */
export function townsOf(sessions: { places: Place[] }[]): (Placed & { name: string })[] {
  const towns = new Map<string, Placed & { name: string }>();
  for (const { places } of sessions) {
    for (const [town, { latitude, longitude }] of new Map(places.map((place) => [place.town, place]))) {
      const known = towns.get(town);
      if (known) known.count += 1;
      else if (latitude !== undefined && longitude !== undefined) towns.set(town, { name: town, latitude, longitude, count: 1 });
    }
  }
  return [...towns.values()].sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}
