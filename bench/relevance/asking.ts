import { findNearest } from "@/lib/catalogue/nearest/queries";
import { searchCatalogue } from "@/lib/catalogue/search";
import { readSearch } from "@/lib/catalogue/understanding/queries";
import { askDefault } from "./default-index";
import type { Gains } from "./gains";
import type { JudgedSearch } from "./judged";
import type { Ranking } from "./metrics";

/** A judged search with the first that Cairn finds and that Meilisearch as it comes finds, best first. */
export type Asked = { search: JudgedSearch; gains: Gains; cairn: string[]; plain: string[] };

const depth = 10;

/** As the search page and the search API ask: with words read as filters and, where nothing is found, what comes nearest. */
async function askCairn({ q, language }: JudgedSearch): Promise<string[]> {
  const { query } = await readSearch({ q });
  const { items, total } = await searchCatalogue(query, language, { perPage: depth, marked: false });
  const shown = total > 0 ? items : ((await findNearest(query, language))?.result.items ?? []);
  return shown.map(({ id }) => id);
}

export async function askBoth(search: JudgedSearch, gains: Gains): Promise<Asked> {
  return { search, gains, cairn: await askCairn(search), plain: await askDefault(search.q, depth) };
}

export function rankingOf(found: string[], gains: Gains): Ranking {
  return { gains: found.map((id) => gains.get(id) ?? 0), ideal: [...gains.values()] };
}
