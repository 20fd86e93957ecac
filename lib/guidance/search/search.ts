import type { SearchQuery } from "@/lib/catalogue/query";
import type { Day } from "@/lib/days/days";

type Bounds = { budget: number | null; startsFrom: Day | null };

/** What the client of a list can give, as filters; those that a search has already are left out, and undefined says that none is left. */
export function boundsAsFilters({ budget, startsFrom }: Bounds, query: SearchQuery): Partial<SearchQuery> | undefined {
  const filters: Partial<SearchQuery> = {
    ...(budget !== null && query.priceMax !== budget ? { priceMax: budget } : {}),
    ...(startsFrom !== null && query.startFrom !== startsFrom ? { startFrom: startsFrom } : {}),
  };
  return Object.keys(filters).length > 0 ? filters : undefined;
}
