import "server-only";
import type { MultiSearchQuery } from "meilisearch";
import { engine } from "@/lib/catalogue/engine";
import { isAway } from "@/lib/catalogue/engine-away";
import { type Moment, mappedFilter, offeringFilter, runFilter, sessionFilters } from "@/lib/catalogue/filters";
import { findMoment } from "@/lib/catalogue/moment/queries";
import type { SearchQuery } from "@/lib/catalogue/query";
import { countQuestion } from "@/lib/catalogue/questions";
import { placeOf, type SearchResult } from "@/lib/catalogue/result";
import { isFresh } from "@/lib/catalogue/search";
import { pointOf } from "@/lib/places/spot";
import { findSynonyms } from "@/lib/synonyms/queries";
import { countSpotsInDatabase, nameSpots } from "./queries";
import type { Mapped, OnMap } from "./spots";

type SpotsFound = Mapped & Pick<SearchResult, "source" | "place">;

/** The same search as the list, by place: at each, the offerings of which one session is held there and meets all filters. */
export async function countSpots(query: SearchQuery): Promise<SpotsFound> {
  const moment = await findMoment(query);
  const place = placeOf(query, moment);
  try {
    return { ...(await askEngine({ ...query, q: moment.term ?? query.q }, moment)), source: "index", place };
  } catch (fault) {
    if (!isAway(fault)) throw fault;
    const mapped = await countSpotsInDatabase(query, { ...moment, synonyms: await findSynonyms(moment.day) });
    return { ...mapped, source: "database", place };
  }
}

/** The places where a search finds something, the fullest first, each with the name of a town. */
export async function findOnMap(query: SearchQuery): Promise<OnMap> {
  const { counts, mapped, total, source, place } = await countSpots(query);
  const names = await nameSpots([...counts.keys()]);
  const places = [...counts].map(([spot, count]) => ({ spot, ...pointOf(spot), name: names.get(spot) ?? null, count }));
  return { places: places.sort((a, b) => b.count - a.count || a.spot - b.spot), placed: mapped, total, source, place };
}

/** Without filters on sessions, what an offering says of all its places is true of it; with them only its runs know which session is where. */
async function askEngine(query: SearchQuery, moment: Moment): Promise<Mapped> {
  const whole = (await isFresh(moment.day)) && sessionFilters(query).size === 0;
  const index = whole ? "offerings" : "runs";
  const filter = whole ? offeringFilter(query, moment) : runFilter(query, moment);
  const onMap = whole ? [...filter, "spots >= 0"] : mappedFilter(query, moment);
  const ask = (conditions: string[]): MultiSearchQuery => countQuestion({ index, filter: conditions, facets: [] }, query);
  const attribute = whole ? "spots" : "spot";

  // Of equal pairs of an offering and a place the engine counts one, and so each offering once at each place.
  const { results } = await engine.multiSearch({
    queries: [ask(filter), ask(onMap), { ...ask(onMap), facets: [attribute], ...(!whole && { distinct: "pair" }) }],
  });
  const [all, mapped, bySpot] = results;
  const counts = Object.entries(bySpot?.facetDistribution?.[attribute] ?? {});
  return {
    total: all?.totalHits ?? 0,
    mapped: mapped?.totalHits ?? 0,
    counts: new Map(counts.map(([spot, count]) => [Number(spot), count])),
  };
}
