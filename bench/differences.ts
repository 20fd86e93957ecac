import { db } from "@/db";
import { allFacets } from "@/lib/catalogue/facets";
import { countAll, countFacets, searchDatabase } from "@/lib/catalogue/fallback/queries";
import { findMoment } from "@/lib/catalogue/moment/queries";
import type { SearchQuery } from "@/lib/catalogue/query";
import type { Facets } from "@/lib/catalogue/result";
import { searchCatalogue } from "@/lib/catalogue/search";
import { countSpotsInDatabase } from "@/lib/catalogue/spots/queries";
import { countSpots } from "@/lib/catalogue/spots/search";

/** So few hits are compared one by one, beyond their number. */
const comparedHits = 200;

/** Where the search engine and SQL disagree on a query: on the total, on which offerings, on any count of any facet or place of the map. Empty when they agree. */
export async function differencesOn(query: SearchQuery): Promise<{ total: number; differences: string[] }> {
  const moment = await findMoment(query);
  const [found, total, facets, map, mapped] = await Promise.all([
    searchCatalogue(query, "en", { perPage: comparedHits, marked: false, counted: allFacets }),
    countAll(db, query, moment),
    countFacets(db, query, moment, allFacets),
    countSpots(query),
    countSpotsInDatabase(query, moment),
  ]);
  const differences: string[] = [];
  if (found.source !== "index") differences.push("the search engine did not answer");
  if (found.total !== total) differences.push(`total: index ${found.total}, SQL ${total}`);
  if (total > 0 && total <= comparedHits) {
    const wanted = (await searchDatabase(query, "en", comparedHits, moment)).items.map(({ id }) => id).sort();
    const got = found.items.map(({ id }) => id).sort();
    if (wanted.join() !== got.join()) differences.push(`hits: index ${got.length}, SQL ${wanted.length}, not the same`);
  }
  if (map.total !== total) differences.push(`total of the map: index ${map.total}, SQL ${total}`);
  if (map.mapped !== mapped.mapped) differences.push(`on the map: index ${map.mapped}, SQL ${mapped.mapped}`);
  for (const spot of new Set([...map.counts.keys(), ...mapped.counts.keys()])) {
    const [got, wanted] = [map.counts.get(spot) ?? 0, mapped.counts.get(spot) ?? 0];
    if (got !== wanted) differences.push(`spot ${spot}: index ${got}, SQL ${wanted}`);
  }
  for (const name of Object.keys(facets) as (keyof Facets)[]) {
    const index: Record<string, number> = found.facets[name];
    const truth: Record<string, number> = facets[name];
    for (const value of new Set([...Object.keys(index), ...Object.keys(truth)])) {
      const [got, wanted] = [index[value] ?? 0, truth[value] ?? 0];
      if (got !== wanted) differences.push(`${name} ${value}: index ${got}, SQL ${wanted}`);
    }
  }
  return { total, differences };
}
