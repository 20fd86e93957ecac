import type { FederatedMultiSearchParams, MultiSearchQuery } from "meilisearch";
import { indexNames } from "./engine";
import { facets } from "./facets";
import { matchEnd, matchStart } from "./item";
import { type Question, sortFor } from "./plan";
import type { SearchQuery } from "./query";
import { shownFacts, shownTexts } from "./settings";
import { tellingWords } from "./telling-words";

/** How many results a page has, and whether the words that matched are marked in them: for people, not for machines. */
export type Shown = { perPage: number; marked: boolean };

/** The question that brings a page of results, with the facets that see the same ones. */
export function mainQuestion({ index, filter, facets: names }: Question, query: SearchQuery, { perPage, marked }: Shown): MultiSearchQuery {
  const marks = { attributesToHighlight: shownTexts, highlightPreTag: matchStart, highlightPostTag: matchEnd };
  return {
    indexUid: indexNames[index],
    q: tellingWords(query.q),
    filter,
    facets: names.map((name) => facets[name].attribute),
    sort: sortFor(query.sort, query.q !== "", index),
    page: query.page,
    hitsPerPage: perPage,
    matchingStrategy: "last",
    ...(index === "runs" && { attributesToRetrieve: ["offering"] }),
    ...(index === "offerings" && !marked && { attributesToRetrieve: [...shownFacts, ...shownTexts] }),
    ...(index === "offerings" && marked && { attributesToRetrieve: shownFacts, ...marks }),
  };
}

/** `hitsPerPage` asks for an exact total, which matters where only the number is wanted. */
export function countQuestion({ index, filter, facets: names }: Question, query: SearchQuery): MultiSearchQuery {
  return {
    indexUid: indexNames[index],
    q: tellingWords(query.q),
    filter,
    facets: names.map((name) => facets[name].attribute),
    page: 1,
    hitsPerPage: 0,
    matchingStrategy: "last",
  };
}

/** How many offerings have each combination of session facts, where nothing is asked of sessions. */
export function combinationQuestion(filter: string[], query: SearchQuery): MultiSearchQuery {
  return { ...countQuestion({ index: "offerings", filter, facets: [] }, query), facets: ["runs"] };
}

/** Whether the order is by words, so that a match in the reader's language should come first. */
export function isByWords(question: Question, query: SearchQuery): boolean {
  return question.index === "offerings" && query.q !== "" && (query.sort ?? "relevance") === "relevance";
}

/** A match in the reader's language weighs this much more than the same match in another. */
const ownLanguageWeight = 1.25;

/** A page of results by words: texts in the reader's language first, then in the others (design, section 7). */
export function wordQuestions(question: Question, query: SearchQuery, locale: string, shown: Shown): FederatedMultiSearchParams {
  const { page, hitsPerPage, facets: _, sort: __, ...asked } = mainQuestion(question, query, shown);
  return {
    federation: { limit: shown.perPage, offset: (query.page - 1) * shown.perPage },
    queries: [
      // A pattern, since the engine refuses the name of an attribute that no document has.
      { ...asked, attributesToSearchOn: [`*_${locale}`, "providerName", "code"], federationOptions: { weight: ownLanguageWeight } },
      { ...asked, federationOptions: { weight: 1 } },
    ],
  };
}

/** The same where no document has a word in the reader's language, for which the engine refuses the question. */
export function inAnyLanguage({ federation, queries }: FederatedMultiSearchParams): FederatedMultiSearchParams {
  return { federation, queries: queries.slice(1) };
}

export function isWithoutLanguage(fault: unknown): boolean {
  return fault instanceof Error && (fault.cause as { code?: string } | undefined)?.code === "invalid_search_attributes_to_search_on";
}
