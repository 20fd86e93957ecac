import "server-only";
import type { FederatedMultiSearchParams, MultiSearchParams, SearchResponse } from "meilisearch";
import { country } from "@/lib/country/country";
import type { Day } from "@/lib/days/days";
import { findSynonyms } from "@/lib/synonyms/queries";
import { noSynonyms } from "@/lib/synonyms/synonym";
import { vocabulary } from "@/lib/vocabularies/vocabulary";
import { nearestOfferings } from "./distance/queries";
import type { OfferingDocument } from "./document";
import { engine, indexNames } from "./engine";
import { isAway } from "./engine-away";
import { type FacetName, facets, usualFacets, valuesIn } from "./facets";
import { searchDatabase } from "./fallback/queries";
import type { Moment } from "./filters";
import { type Hit, toItem } from "./item";
import { findMoment } from "./moment/queries";
import { pageSize, pagesTogether } from "./pages-together";
import { outdatedFilter, type Plan, planSearch, valueQuestion } from "./plan";
import { parseSearchQuery, type SearchQuery } from "./query";
import {
  combinationQuestion,
  countQuestion,
  inAnyLanguage,
  isByWords,
  isWithoutLanguage,
  mainQuestion,
  type Shown,
  wordQuestions,
} from "./questions";
import { emptyFacets, type Facets, placeOf, type SearchResult } from "./result";
import type { RunDocument } from "./run-document";
import { factsOf } from "./run-tokens";

/** Searches the catalogue: hits and true facet counts. From Postgres while the engine is away, which the result says. */
export async function searchCatalogue(
  query: SearchQuery,
  locale: string,
  { perPage = pageSize, marked = true, counted = usualFacets } = {},
): Promise<SearchResult> {
  const moment = await findMoment(query);
  try {
    return await searchEngine({ ...query, q: moment.term ?? query.q }, locale, { perPage, marked }, moment, counted);
  } catch (fault) {
    if (!isAway(fault)) throw fault;
    return await searchDatabase(query, locale, perPage, { ...moment, synonyms: await findSynonyms(moment.day) }, counted);
  }
}

/** How many offerings each broad field has, for the front page. */
export async function countTopics(): Promise<{ topics: Record<string, number>; source: SearchResult["source"] }> {
  const { facets: counted, source } = await searchCatalogue(parseSearchQuery({}), "en", { perPage: 1, marked: false });
  return { topics: Object.fromEntries(Object.entries(counted.field).filter(([code]) => code.length === 2)), source };
}

async function searchEngine(query: SearchQuery, locale: string, show: Shown, moment: Moment, counted: FacetName[]): Promise<SearchResult> {
  const fresh = await isFresh(moment.day);
  const { questions, combined, byValue } = planSearch(query, moment, fresh, counted);
  const [first, ...others] = questions;
  const languages = byValue.some(({ name }) => name === "lang");
  const byWords = isByWords(first, query);
  const { page, perPage, pageOf } = pagesTogether(query, show.perPage);
  const [asked, shown] = [
    { ...query, page },
    { ...show, perPage },
  ];
  const byDistance = query.sort === "distance" && moment.near !== undefined;
  const [worded, ids, { results }] = await Promise.all([
    byWords ? searchWords(wordQuestions(first, asked, locale, shown)) : undefined,
    byDistance ? nearestOfferings(query, moment, show.perPage) : undefined,
    engine.multiSearch<MultiSearchParams, OfferingDocument & RunDocument>({
      queries: [
        byWords || byDistance ? countQuestion(first, query) : mainQuestion(first, asked, shown),
        ...others.map((question) => countQuestion(question, query)),
        ...(combined.facets.length > 0 ? [combinationQuestion(combined.filter, query)] : []),
        // The languages there are, to count one by one where the distribution would not be true.
        ...(languages ? [countQuestion({ index: "offerings", filter: [], facets: ["lang"] }, { ...query, q: "" })] : []),
      ],
    }),
  ]);
  const main = results[0];
  if (!main) throw new Error("The search engine answered nothing");

  const distributions = questions.flatMap((question, position) => question.facets.map((name) => [name, results[position]] as const));
  const found = emptyFacets();
  for (const [name, result] of distributions) fill(found, name, result?.facetDistribution?.[facets[name].attribute] ?? {});
  if (combined.facets.length > 0)
    fillFromCombinations(found, combined.facets, query, results[questions.length]?.facetDistribution?.runs ?? {});
  const taught = languages ? Object.keys(results.at(-1)?.facetDistribution?.langs ?? {}) : [];
  const [hits] = await Promise.all([
    worded?.hits ??
      (first.index === "offerings" ? main.hits : listOfferings(ids ?? main.hits.map(({ offering }) => offering), query, show)),
    countByValue(byValue, taught, query, moment, found),
  ]);

  const total = main.totalHits ?? 0;
  return {
    total,
    page: query.page,
    pages: Math.ceil(total / show.perPage),
    perPage: show.perPage,
    items: pageOf(hits.map(toHit), moment.synonyms ?? noSynonyms).map((hit) => toItem(hit, query, locale, moment)),
    facets: found,
    source: "index",
    place: placeOf(query, moment),
  };
}

async function searchWords(questions: FederatedMultiSearchParams) {
  const ask = (asked: FederatedMultiSearchParams) => engine.multiSearch<FederatedMultiSearchParams, OfferingDocument>(asked);
  return await ask(questions).catch((fault) => {
    if (isWithoutLanguage(fault)) return ask(inAnyLanguage(questions));
    throw fault;
  });
}

/** What the index of runs found, in the same order. */
async function listOfferings(ids: string[], query: SearchQuery, { marked }: Shown) {
  if (ids.length === 0) return [];
  const question = mainQuestion({ index: "offerings", filter: [`id IN [${ids.join(",")}]`], facets: [] }, query, {
    perPage: ids.length,
    marked,
  });
  const { results } = await engine.multiSearch<MultiSearchParams, OfferingDocument & RunDocument>({ queries: [{ ...question, page: 1 }] });
  const byId = new Map(results[0]?.hits.map((hit) => [hit.id, hit]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

async function countByValue(
  byValue: Plan["byValue"],
  languages: string[],
  query: SearchQuery,
  moment: Moment,
  found: Facets,
): Promise<void> {
  const values: Partial<Record<FacetName, string[]>> = {
    mode: vocabulary("modes").map(({ code }) => code),
    lang: [...new Set([...languages, ...query.lang])],
    schedule: vocabulary("schedules").map(({ code }) => code),
    region: Object.keys(country.regions),
    open: ["true"],
    free: ["true"],
  };
  const asked = byValue.flatMap(({ name, index }) => (values[name] ?? []).map((value) => ({ name, value, index })));
  if (asked.length === 0) return;
  const { results } = await engine.multiSearch({
    queries: asked.map(({ name, value, index }) => countQuestion(valueQuestion(name, value, index, query, moment), query)),
  });
  for (const [position, { name, value }] of asked.entries()) {
    const total = results[position]?.totalHits ?? 0;
    if (total > 0) Object.assign(found[name], { [value]: total });
  }
}

function fill(found: Facets, name: FacetName, counts: Record<string, number>): void {
  if (name === "open" || name === "free") found[name].true = counts.true ?? 0;
  else if (name === "region") found.region = Object.fromEntries(Object.entries(counts).filter(([code]) => code in country.regions));
  else found[name] = counts;
}

/** What the combinations of session facts count for: each facet has one for each of its values. */
function fillFromCombinations(found: Facets, names: FacetName[], query: SearchQuery, counts: Record<string, number>): void {
  for (const [token, total] of Object.entries(counts))
    for (const [name, value] of valuesIn(factsOf(Number(token)), query))
      if (names.includes(name)) Object.assign(found[name], { [value]: total });
}

function toHit(hit: SearchResponse<OfferingDocument>["hits"][number]): Hit {
  const { id, slug, eqf, ects, hours, card, _formatted } = hit;
  return { id, slug, eqf, ects, hours, card, texts: _formatted ?? hit };
}

let freshOn: Day | undefined;

/**
 * Day facts in the index are right until midnight turns some of them; the worker mends those within seconds. Once all hold on
 * a day they hold all day, since whatever is indexed later is indexed as of that day.
 */
export async function isFresh(day: Day): Promise<boolean> {
  if (freshOn === day) return true;
  const { results } = await engine.multiSearch({
    queries: [{ indexUid: indexNames.offerings, q: "", filter: outdatedFilter(day), page: 1, hitsPerPage: 0 }],
  });
  const fresh = results[0]?.totalHits === 0;
  if (fresh) freshOn = day;
  return fresh;
}
