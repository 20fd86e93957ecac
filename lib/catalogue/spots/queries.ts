import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db";
import { among, from, isNear, offeringCondition, runCondition, withCommon } from "@/lib/catalogue/fallback/conditions";
import { countAll } from "@/lib/catalogue/fallback/queries";
import type { Moment } from "@/lib/catalogue/filters";
import type { SearchQuery } from "@/lib/catalogue/query";
import { country } from "@/lib/country/country";
import { distanceInKm, pointOf } from "@/lib/places/spot";
import type { Mapped } from "./spots";

/** How many offerings have a matching session at each place of the map, by SQL. */
export async function countSpotsInDatabase(query: SearchQuery, moment: Moment): Promise<Mapped> {
  const near = query.near ? isNear(moment) : sql`true`;
  const [total, rows] = await Promise.all([
    countAll(db, query, moment),
    db.execute<{ spot: number | null; count: number }>(sql`
    ${withCommon(query, moment)} select spot, count(distinct r.offering_id)::int as count
    from runs r cross join unnest(cairn_spots(r.places)) as spot
    where ${runCondition(query, moment)} and ${near} and ${among(sql`r.offering_id`, sql`select o.id ${from()} where ${offeringCondition(query, moment)}`)}
    group by grouping sets ((spot), ())`),
  ]);
  const counts = new Map<number, number>();
  for (const { spot, count } of rows) if (spot !== null) counts.set(spot, count);
  return { counts, mapped: rows.find(({ spot }) => spot === null)?.count ?? 0, total };
}

/** Kilometres around a square within which a place lends it its name. */
const reach = 6;

/** A square's name is that of the town in it or next to it: by the country's file, which knows it in several languages, else by the table of places. */
export async function nameSpots(spots: number[]): Promise<Map<number, string>> {
  const names = new Map<number, string>();
  for (const spot of spots) {
    const town = country.places
      .map((place) => ({ name: place.names[0], km: distanceInKm(pointOf(spot), place) }))
      .filter(({ km }) => km <= reach / 2)
      .sort((a, b) => a.km - b.km)[0]?.name;
    if (town) names.set(spot, town);
  }
  const unnamed = spots.filter((spot) => !names.has(spot)).map((spot) => ({ spot, ...pointOf(spot) }));
  if (unnamed.length === 0) return names;
  const rows = await db.execute<{ spot: number; name: string }>(sql`
    select asked.spot, nearest.name from jsonb_to_recordset(${JSON.stringify(unnamed)}::jsonb) as asked(spot int, latitude float8, longitude float8)
    cross join lateral (
      select name from places p
      where abs(p.latitude - asked.latitude) < ${reach / 111} and abs(p.longitude - asked.longitude) < ${reach / 70}
      order by (p.latitude - asked.latitude) ^ 2 + ((p.longitude - asked.longitude) * cosd(asked.latitude)) ^ 2, p.id limit 1) nearest`);
  for (const { spot, name } of rows) names.set(spot, name);
  return names;
}
