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
