import "server-only";
import type { TakenUp } from "@/lib/insight/telling";
import { findWords } from "@/lib/synonyms/queries";
import { engine, indexNames } from "./engine";
import { chosenConditions, sessionFilters } from "./filters";
import type { SearchQuery } from "./query";
import { tellingWords } from "./telling-words";

/**
 * Whether a search may have another answer now that the index has some offerings more, or other sessions of some: whether one of them has the
 * words and, where nothing but sessions changed, what was chosen of offerings. It need not be shown, only counted: each facet sees more than
 * what was chosen, and so for what is new, and with a choice of sessions, the words alone decide.
 */
export async function isTouchedBy(query: SearchQuery, { added, changed, sessions }: TakenUp): Promise<boolean> {
  // What they were is nowhere any more, and may have been found.
  if (changed.length > 0) return true;
  const chosen = sessionFilters(query).size === 0 ? chosenConditions(query) : [];
  const q = tellingWords((await findWords(query.q)).term ?? query.q);
  const questions = [
    { offerings: added, chosen: [] },
    { offerings: sessions, chosen },
  ].filter(({ offerings }) => offerings.length > 0);
  const { results } = await engine.multiSearch({
    queries: questions.map(({ offerings, chosen }) => ({
      indexUid: indexNames.offerings,
      q,
      filter: [...chosen, `id IN [${offerings.map((id) => JSON.stringify(id)).join(",")}]`],
      page: 1,
      hitsPerPage: 0,
      matchingStrategy: "last",
    })),
  });
  return results.some(({ totalHits }) => totalHits !== 0);
}
