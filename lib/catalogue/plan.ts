import { dayNumber } from "@/lib/days/days";
import { type FacetName, facetNames, facets, howToCount } from "./facets";
import { type Moment, offeringFilter, runFilter, sessionFilters } from "./filters";
import type { SearchQuery, Sort } from "./query";

export type IndexName = "offerings" | "runs";

/** One question to the engine: which index, which filter, which facets to count there. */
export type Question = { index: IndexName; filter: string[]; facets: FacetName[] };

/** The questions that answer a search, the first of which brings the results; `byValue` facets need a second round. */
export type Plan = { questions: [Question, ...Question[]]; byValue: FacetName[] };

const filterFor = { offerings: offeringFilter, runs: runFilter };

/**
 * Plans a search in as few questions as its facets allow: facets that see the same results are counted in the same question.
 * While day facts in the index of offerings are out of date (`fresh` is false), only the index of runs is asked.
 */
export function planSearch(query: SearchQuery, moment: Moment, fresh: boolean): Plan {
  const index: IndexName = fresh && sessionFilters(query).size <= 1 ? "offerings" : "runs";
  const main: Question = { index, filter: filterFor[index](query, moment), facets: [] };
  const questions: Plan["questions"] = [main];
  const byValue: FacetName[] = [];

  for (const name of facetNames) {
    const how = howToCount(name, query, fresh);
    if (how === "values") {
      byValue.push(name);
      continue;
    }
    const filter = filterFor[how](facets[name].without(query), moment);
    const same = questions.find((question) => question.index === how && question.filter.join("&") === filter.join("&"));
    if (same) same.facets.push(name);
    else questions.push({ index: how, filter, facets: [name] });
  }
  return { questions, byValue };
}

/** Whether one run of an offering has a value of a facet, asked in the index of runs, where nothing depends on the day of indexing. */
export function valueFilter(name: FacetName, value: string, query: SearchQuery, moment: Moment): string[] {
  return runFilter(facets[name].choosing(facets[name].without(query), value), moment);
}

/** The stated order without words: what can be enrolled in now, soonest first. With words their relevance decides. */
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
