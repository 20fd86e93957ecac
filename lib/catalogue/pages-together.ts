import type { Synonyms } from "@/lib/synonyms/synonym";
import { withEvenHand } from "./even-hand";
import type { Hit } from "./item";
import type { SearchQuery } from "./query";
import { saidFirst } from "./said-first";

export const pageSize = 20;

/** What is asked for at once so that a page of it can be put in order, and that page out of what was found. */
type Together = { page: number; perPage: number; pageOf: (hits: Hit[], synonyms: Synonyms) => Hit[] };

/**
 * Where nobody asked for an order, two pages are one question, within which titles that say what is asked come first and each provider has its
 * share of the first page. Short pages are more at once, so that what comes first hangs little on how long they are; whoever wants a single one counts.
 */
export function pagesTogether({ q, page, sort = "relevance" }: SearchQuery, perPage: number): Together {
  if (sort !== "relevance" || perPage === 1) return { page, perPage, pageOf: (hits) => hits };
  const pages = Math.max(2, Math.ceil((2 * pageSize) / perPage));
  const at = (page - 1) % pages;
  return {
    page: Math.ceil(page / pages),
    perPage: perPage * pages,
    pageOf: (hits, synonyms) => {
      const ordered = q === "" ? hits : saidFirst(hits, q, synonyms);
      return withEvenHand(ordered, perPage, ({ card }) => card.provider.slug).slice(at * perPage, (at + 1) * perPage);
    },
  };
}
