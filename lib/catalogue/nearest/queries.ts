import "server-only";
import type { SearchQuery } from "@/lib/catalogue/query";
import type { SearchResult } from "@/lib/catalogue/result";
import { searchCatalogue } from "@/lib/catalogue/search";
import { type Loosened, loosen } from "./loosen";

/** How many of the nearest are shown before one goes on to all of them. */
const shown = 5;

export type Nearest = Loosened & { result: SearchResult };

/** Where a search finds nothing: the nearest one that does. Undefined only where the catalogue is empty. */
export async function findNearest(query: SearchQuery, locale: string): Promise<Nearest | undefined> {
  for (const loosened of loosen(query)) {
    const { total } = await searchCatalogue(loosened.query, locale, { perPage: 1, marked: false, counted: [] });
    if (total > 0) return { ...loosened, result: await searchCatalogue(loosened.query, locale, { perPage: shown, counted: [] }) };
  }
  return undefined;
}
