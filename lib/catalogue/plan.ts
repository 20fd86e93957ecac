import { dayNumber } from "@/lib/days/days";
import { type FacetName, facets, howToCount, type IndexName, usualFacets } from "./facets";
import { type Moment, needsRuns, offeringFilter, runFilter } from "./filters";
import type { SearchQuery, Sort } from "./query";

/** One question to the engine: which index, which filter, which facets to count there. */
export type Question = { index: IndexName; filter: string[]; facets: FacetName[] };

/**
 * The questions that answer a search, the first of which brings the results. `combined` counts combinations of session facts, from which
 * its facets are read; `byValue` facets need a second round.
 */
export type Plan = {
  questions: [Question, ...Question[]];
  combined: { filter: string[]; facets: FacetName[] };
  byValue: { name: FacetName; index: IndexName }[];
};

const filterFor = { offerings: offeringFilter, runs: runFilter };

/**
 * Plans a search in as few questions as its facets allow: facets that see the same results are counted in the same question.
 * While day facts in the index of offerings are out of date (`fresh` is false), only the index of runs is asked.
 */
export function planSearch(query: SearchQuery, moment: Moment, fresh: boolean, counted: FacetName[] = usualFacets): Plan {
  const index = indexFor(query, moment, fresh);
  const main: Question = { index, filter: filterFor[index](query, moment), facets: [] };
  const questions: Plan["questions"] = [main];
  const combined: Plan["combined"] = {
    filter: offeringFilter({ ...query, mode: [], lang: [], open: false, free: false }, moment),
    facets: [],
  };
  const byValue: Plan["byValue"] = [];

  for (const name of counted) {
    const how = howToCount(name, query, fresh);
    if (how.by === "value") {
      byValue.push({ name, index: how.index });
      continue;
    }
    if (how.by === "combination") {
      combined.facets.push(name);
      continue;
    }
    const filter = filterFor[how.index](facets[name].without(query), moment);
    const same = questions.find((question) => question.index === how.index && question.filter.join("&") === filter.join("&"));
    if (same) same.facets.push(name);
    else questions.push({ index: how.index, filter, facets: [name] });
  }
  return { questions, combined, byValue };
}

/** The search with one value of a facet chosen in place of what was chosen of it. */
export function valueQuestion(name: FacetName, value: string, index: IndexName, query: SearchQuery, moment: Moment): Question {
  return { index, filter: filterFor[index](facets[name].choosing(facets[name].without(query), value), moment), facets: [] };
}

/** The index that answers a search: that of runs for an order by distance too, which is that of one session. */
function indexFor(query: SearchQuery, moment: Moment, fresh: boolean): IndexName {
  return fresh && !needsRuns(query) && !(query.sort === "distance" && moment.near) ? "offerings" : "runs";
}

/** The stated order without words: what can be enrolled in now, soonest first. With words their relevance decides; as among what is equally near. */
export function sortFor(sort: Sort | undefined, hasWords: boolean, index: IndexName): string[] {
  const start = index === "offerings" ? "nextStart:asc" : "start:asc";
  const soonest = index === "offerings" ? ["open:desc", start] : [start];
  switch (sort ?? (hasWords ? "relevance" : "start")) {
    case "start":
      return sort ? [start] : soonest;
    case "ects":
      return ["ects:asc"];
    case "price":
      return [index === "offerings" ? "minPrice:asc" : "price:asc"];
    case "newest":
      return ["published:desc"];
    default:
      return hasWords ? [] : soonest;
  }
}

/** Documents whose day facts no longer hold. */
export function outdatedFilter(day: string): string[] {
  return [`changesOn <= ${dayNumber(day)}`];
}
