import { needsRuns, type SessionFilter, sessionFilters } from "./filters";
import type { SearchQuery } from "./query";
import type { Facets } from "./result";
import type { RunFacts } from "./run-tokens";

export type FacetName = keyof Facets;

type Facet = {
  /** The attribute of the index whose values are counted. */
  attribute: string;
  /** The kind of session filter it belongs to; null for what the offering says itself. */
  session: SessionFilter | null;
  /** The query without the facet's own selection: a facet ignores itself. */
  without: (query: SearchQuery) => SearchQuery;
  /** The query with one value of it chosen. */
  choosing: (query: SearchQuery, value: string) => SearchQuery;
};

/** A facet whose values are a list in the query. */
function ofList(attribute: string, name: ListName, session: SessionFilter | null = null): Facet {
  return {
    attribute,
    session,
    without: (query) => ({ ...query, [name]: [] }),
    choosing: (query, value) => ({ ...query, [name]: [value] }),
  };
}

type ListName = { [Name in keyof SearchQuery]-?: SearchQuery[Name] extends string[] ? Name : never }[keyof SearchQuery];

export const facets: Record<FacetName, Facet> = {
  eqf: ofList("eqf", "eqf"),
  field: ofList("fields", "field"),
  qa: ofList("qa", "qa"),
  provider: ofList("provider", "provider"),
  mode: ofList("modes", "mode", "mode"),
  lang: ofList("langs", "lang", "lang"),
  open: { attribute: "open", session: "open", without: (q) => ({ ...q, open: false }), choosing: (q) => ({ ...q, open: true }) },
  free: { attribute: "free", session: "price", without: (q) => ({ ...q, free: false }), choosing: (q) => ({ ...q, free: true }) },
  schedule: ofList("schedules", "schedule", "schedule"),
  region: ofList("regions", "region", "region"),
  assessment: ofList("assessment", "assessment"),
  providerType: ofList("providerType", "providerType"),
  funding: ofList("funding", "funding"),
  target: ofList("targets", "target"),
  access: ofList("access", "access"),
  priorLearning: ofList("priorLearning", "priorLearning"),
  credential: ofList("credential", "credential"),
  skill: ofList("skills", "skill"),
};

/** What every search counts, and what it counts beside for whoever looks at all filters. */
export const usualFacets: FacetName[] = ["eqf", "field", "qa", "provider", "mode", "lang", "open", "free"];
export const allFacets = Object.keys(facets) as FacetName[];
/** Skills are thousands, and are counted only where a page shows some of them. */
export const facetNames = allFacets.filter((name) => name !== "skill");

export type IndexName = "offerings" | "runs";

/**
 * How a facet is counted, ignoring its own selection. In the index of offerings while its day facts hold (`fresh`) and it can tell; else
 * in the index of runs. By the distribution of its values where every document of an offering says the same. A fact of the session,
 * as soon as other conditions on sessions are in force, must be a session's that meets those: by the distribution of the combinations
 * that sessions have, where the others ask for one combination; else value by value.
 */
export function howToCount(
  name: FacetName,
  query: SearchQuery,
  fresh: boolean,
): { index: IndexName; by: "distribution" | "combination" | "value" } {
  const { session: own, without, choosing } = facets[name];
  const others = without(query);
  // What is counted of a session must meet the others in it.
  const index = fresh && !needsRuns(own === null ? others : choosing(others, "any")) ? "offerings" : "runs";
  if (own === null) return { index, by: "distribution" };
  if (index === "runs") return { index, by: "value" };
  const involved = sessionFilters(others);
  involved.delete(own);
  if (involved.size === 0) return { index, by: "distribution" };
  return { index, by: isOneCombination(others) ? "combination" : "value" };
}

function isOneCombination({ mode, lang, startFrom, startTo, priceMax }: SearchQuery): boolean {
  return mode.length <= 1 && lang.length <= 1 && !startFrom && !startTo && priceMax === undefined;
}

const combinable = ["mode", "lang", "open", "free"] as const;

/**
 * What a combination of session facts counts for: the value of each facet for which everything else in it is as the query wants it.
 * Where two facts differ from the query, that is none.
 */
export function valuesIn(facts: RunFacts, { mode, lang, open, free }: SearchQuery): [FacetName, string][] {
  const wanted = { mode: mode[0], lang: lang[0], open, free };
  const differing = combinable.filter((name) => (facts[name] || undefined) !== (wanted[name] || undefined));
  if (differing.length > 1) return [];
  return (differing.length === 1 ? differing : combinable).flatMap((name) => (facts[name] ? [[name, String(facts[name])]] : []));
}
