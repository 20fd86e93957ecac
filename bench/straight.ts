import { engine } from "@/lib/catalogue/engine";
import { type Params, parseSearchQuery } from "@/lib/catalogue/query";
import { searchCatalogue } from "@/lib/catalogue/search";
import { env } from "@/lib/env";
import { ask } from "./http";

/** What our code asks the engine for one search: in rounds, each of questions that are under way at the same time. */
export type Recorded = { params: Params; rounds: string[][] };

type Asker = { multiSearch: (body: unknown, more?: unknown) => Promise<unknown> };

/** Runs a search as the product does and writes down the very bodies that it sends to the engine. */
export async function recordSearch(params: Params): Promise<Recorded> {
  const asker = engine as unknown as Asker;
  const original = asker.multiSearch;
  const rounds: string[][] = [];
  let underWay = 0;
  asker.multiSearch = async (body, more) => {
    if (underWay === 0) rounds.push([]);
    rounds.at(-1)?.push(JSON.stringify(body));
    underWay++;
    try {
      return await original.call(engine, body, more);
    } finally {
      underWay--;
    }
  };
  try {
    await searchCatalogue(parseSearchQuery(params), "en", { marked: false });
  } finally {
    asker.multiSearch = original;
  }
  return { params, rounds };
}

/** The same questions sent straight to the engine, in the same order, answers parsed; answers the milliseconds that took. */
export async function askStraight({ rounds }: Recorded): Promise<number> {
  const headers = { "content-type": "application/json", authorization: `Bearer ${env.MEILISEARCH_KEY}` };
  const started = performance.now();
  for (const round of rounds) {
    const answers = await Promise.all(round.map((body) => ask(`${env.MEILISEARCH_URL}/multi-search`, { body, headers })));
    for (const { status, body } of answers) {
      if (status !== 200) throw new Error(`The search engine answered ${status}`);
      JSON.parse(body.toString());
    }
  }
  return performance.now() - started;
}
