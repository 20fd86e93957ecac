import { outlines, toFeatures } from "@/lib/places/outlines";

/** The outlines of the country and its neighbours as GeoJSON, for the map that moves. They change with a new version of Cairn alone. */
export function GET(): Response {
  return Response.json(toFeatures(outlines), {
    headers: { "content-type": "application/geo+json", "cache-control": "public, max-age=86400" },
  });
}
