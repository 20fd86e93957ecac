import "server-only";
import type { MultiSearchParams } from "meilisearch";
import { engine } from "@/lib/catalogue/engine";
import { type Moment, mappedFilter, runFilter } from "@/lib/catalogue/filters";
import type { SearchQuery } from "@/lib/catalogue/query";
import { countQuestion, mainQuestion } from "@/lib/catalogue/questions";
import type { RunDocument } from "@/lib/catalogue/run-document";
import { distanceInKm, type Point, pointOf } from "@/lib/places/spot";

type Stop = { spot: number; offerings: number };

/**
 * The offerings of a page in the order of their nearest place that fits: those held at the nearest place first, best match first, then what the
 * next place adds. The engine's own order by distance is not used, since with it each change of a session writes all points of the index anew.
 */
export async function nearestOfferings(query: SearchQuery, moment: Moment, perPage: number): Promise<string[]> {
  const { near } = moment;
  if (!near) return [];
  const [from, to] = [(query.page - 1) * perPage, query.page * perPage];
  const stops = await stopsFrom(near.point, query, moment);
  if (!query.orOnline && stops.reduce((sum, { offerings }) => sum + offerings, 0) <= from) return [];

  const found = new Set<string>();
  for (let next = 0; found.size < to && next < stops.length; ) {
    const round: Stop[] = [];
    for (let hoped = found.size; hoped < to && next < stops.length; next++) {
      const stop = stops[next] as Stop;
      round.push(stop);
      hoped += stop.offerings;
    }
    for (const offering of await offeringsAt(round, to * 2, query, moment)) found.add(offering);
  }
  if (query.orOnline && found.size < to) for (const offering of await onlineOfferings(found.size + to, query, moment)) found.add(offering);
  return [...found].slice(from, to);
}

/** What is held online is near to nobody and comes last, but for what is held nearby as well. */
async function onlineOfferings(most: number, query: SearchQuery, moment: Moment): Promise<string[]> {
  const question = { index: "runs" as const, filter: [...runFilter(query, moment), "modes = online"], facets: [] };
  const { results } = await engine.multiSearch<MultiSearchParams, RunDocument>({
    queries: [{ ...mainQuestion(question, query, { perPage: most, marked: false }), page: 1 }],
  });
  return results.flatMap(({ hits }) => hits.map(({ offering }) => offering));
}

/** Where the search finds something, the nearest first. */
async function stopsFrom(point: Point, query: SearchQuery, moment: Moment): Promise<Stop[]> {
  const question = countQuestion({ index: "runs", filter: mappedFilter(query, moment), facets: [] }, query);
  const { results } = await engine.multiSearch<MultiSearchParams, RunDocument>({
    queries: [{ ...question, facets: ["spot"], distinct: "pair" }],
  });
  return Object.entries(results[0]?.facetDistribution?.spot ?? {})
    .map(([spot, offerings]) => ({ spot: Number(spot), offerings, km: distanceInKm(point, pointOf(Number(spot))) }))
    .sort((a, b) => a.km - b.km || a.spot - b.spot);
}

/** Place by place. Of `most` at one place no more than half can have been found nearer. */
async function offeringsAt(stops: Stop[], most: number, query: SearchQuery, moment: Moment): Promise<string[]> {
  const filter = mappedFilter(query, moment);
  const { results } = await engine.multiSearch<MultiSearchParams, RunDocument>({
    queries: stops.map(({ spot, offerings }) => {
      const question = { index: "runs" as const, filter: [...filter, `spot = ${spot}`], facets: [] };
      return { ...mainQuestion(question, query, { perPage: Math.min(offerings, most), marked: false }), page: 1 };
    }),
  });
  return results.flatMap(({ hits }) => hits.map(({ offering }) => offering));
}
