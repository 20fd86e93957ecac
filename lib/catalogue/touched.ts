import "server-only";
import { engine, indexNames } from "./engine";
import { chosenConditions, sessionFilters } from "./filters";
import type { SearchQuery } from "./query";

/**
 * Whether a search may have another answer now that some offerings have other sessions and are otherwise what they were: whether one of
 * them has the words, and what was chosen of offerings. It need not be shown, only counted. With a choice of sessions each facet sees
 * more than what was chosen, and then the words alone decide.
 */
export async function isTouchedBy(query: SearchQuery, offerings: string[]): Promise<boolean> {
  const chosen = sessionFilters(query).size === 0 ? chosenConditions(query) : [];
  const among = `id IN [${offerings.map((id) => JSON.stringify(id)).join(",")}]`;
  const { results } = await engine.multiSearch({
    queries: [
      { indexUid: indexNames.offerings, q: query.q, filter: [...chosen, among], page: 1, hitsPerPage: 0, matchingStrategy: "last" },
    ],
  });
  return results[0]?.totalHits !== 0;
}
