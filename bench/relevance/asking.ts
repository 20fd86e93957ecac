import { parseSearchQuery } from "@/lib/catalogue/query";
import { searchCatalogue } from "@/lib/catalogue/search";
import { askDefault } from "./default-index";
import type { Gains } from "./gains";
import type { JudgedSearch } from "./judged";
import type { Ranking } from "./metrics";

/** A judged search with the first that Cairn finds and that Meilisearch as it comes finds, best first. */
export type Asked = { search: JudgedSearch; gains: Gains; cairn: string[]; plain: string[] };

const depth = 10;

/** As the search page and the search API ask. */
async function askCairn({ q, language }: JudgedSearch): Promise<string[]> {
  const { items } = await searchCatalogue(parseSearchQuery({ q }), language, { perPage: depth, marked: false });
  return items.map(({ id }) => id);
}

export async function askBoth(search: JudgedSearch, gains: Gains): Promise<Asked> {
  return { search, gains, cairn: await askCairn(search), plain: await askDefault(search.q, depth) };
}

export function rankingOf(found: string[], gains: Gains): Ranking {
  return { gains: found.map((id) => gains.get(id) ?? 0), ideal: [...gains.values()] };
}
