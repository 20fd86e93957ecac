import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { country } from "@/lib/country/country";

const ring = z.array(z.tuple([z.number(), z.number()]));
const input = z.object({
  source: z.string(),
  bounds: z.object({ west: z.number(), east: z.number(), south: z.number(), north: z.number() }),
  own: z.array(ring),
  neighbours: z.array(z.array(ring)),
});

export type Outlines = z.output<typeof input>;

/** What the map draws under its places, as bin/outlines.mjs made it; without a file for this country its places stand alone. */
export const outlines: Outlines | undefined = read(`config/outlines/${country.country}.json`);

function read(file: string): Outlines | undefined {
  const full = path.resolve(/* turbopackIgnore: true */ process.cwd(), file);
  return existsSync(full) ? input.parse(JSON.parse(readFileSync(full, "utf8"))) : undefined;
}

/** As GeoJSON: each country one shape, which says whether it is the own one. */
export function toFeatures(drawn: Outlines | undefined) {
  const shapes = drawn ? [{ own: true, rings: drawn.own }, ...drawn.neighbours.map((rings) => ({ own: false, rings }))] : [];
  const features = shapes.map(({ own, rings }) => ({
    type: "Feature" as const,
    properties: { own },
    // Islands are polygons of their own; none of them has a hole. What was cut at the edge of the picture may be open there.
    geometry: { type: "MultiPolygon" as const, coordinates: rings.map((ring) => [[...ring, ...ring.slice(0, 1)]]) },
  }));
  return { type: "FeatureCollection" as const, features };
}
