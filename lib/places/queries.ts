import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db";
import { country, findPlace } from "@/lib/country/country";
import { type Point, readPoint } from "./spot";

/** A place as somebody wrote it: a town of the country's file by any of its names, any other by its own, or "latitude,longitude". The country's own come before its neighbours'. */
export async function findPoint(text: string): Promise<Point | undefined> {
  const known = readPoint(text) ?? findPlace(text);
  if (known) return { latitude: known.latitude, longitude: known.longitude };
  const [found] = await db.execute<Point>(sql`
    select latitude, longitude from places where cairn_place(name) = cairn_place(${text.trim()}) order by country <> ${country.country}, id limit 1`);
  return found;
}
