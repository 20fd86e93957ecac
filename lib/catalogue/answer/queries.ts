import "server-only";
import { facetNames, usualFacets } from "@/lib/catalogue/facets";
import { nameProviders } from "@/lib/catalogue/names/queries";
import { findNearest } from "@/lib/catalogue/nearest/queries";
import { narrowest, offeredProviders } from "@/lib/catalogue/offered";
import { type Params, showsAllFilters } from "@/lib/catalogue/query";
import { countTopics, searchCatalogue } from "@/lib/catalogue/search";
import { readSearch } from "@/lib/catalogue/understanding/queries";
import { today } from "@/lib/clock";
import { nameSkills } from "@/lib/skills/queries";
import { nameLabels } from "@/lib/terms/queries";

/** What an address asks for, and what it finds. `all` counts every filter, and not only those that a page shows at first. */
export async function answerSearch(params: Params, locale: string, all = false) {
  const { query: read, ...said } = await readSearch(params);
  const query = { ...read, field: narrowest(read.field) };
  const counted = all || showsAllFilters(query) ? facetNames : usualFacets;
  return { ...said, query, result: await searchCatalogue(query, locale, { counted }) };
}

/** With what a page needs to draw it: names for its filters and, where nothing was found, every way on from there. */
export async function withWays(answer: Awaited<ReturnType<typeof answerSearch>>, locale: string) {
  const { query, result } = answer;
  const offered = [...offeredProviders(query.provider, result.facets.provider), ...(query.acceptedBy ? [query.acceptedBy] : [])];
  const [providers, labels, skills, topics, nearest] = await Promise.all([
    nameProviders(offered, locale, today()),
    nameLabels(locale),
    nameSkills(query.skill, locale),
    result.total === 0 ? countTopics() : undefined,
    result.total === 0 ? findNearest(query, locale) : undefined,
  ]);
  return { ...answer, names: { providers, labels, skills }, topics, nearest };
}

export type SearchAnswer = Awaited<ReturnType<typeof withWays>>;
