import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { client, db } from "@/db";
import { operator } from "@/lib/auth/permissions";
import { startImport } from "@/lib/imports/commands";
import { figure, median, percentile } from "./figures";
import { ask, untilCalm } from "./http";
import { fileWith, someProvider } from "./provider-file";
import { newRandom } from "./random";

/** From a provider's file to a reader's search, through everything in between: import, worker, indexer, engine, API. */
const site = (process.env.BENCH_SITE ?? "").split(",")[0];
const samples = 40;
const patience = 20_000;
const random = newRandom(Date.now() % 1_000_000);

const newWord = () => Array.from({ length: 14 }, () => "abcdefghijklmnopqrstuvwxyz"[random.int(0, 25)]).join("");

async function untilFound(word: string): Promise<void> {
  const until = performance.now() + patience;
  while (performance.now() < until) {
    const { body } = await ask(`${site}/api/v1/search?q=${word}&perPage=1`);
    if (JSON.parse(body.toString()).total > 0) return;
    await pause(15);
  }
  throw new Error(`${word} was not found within ${patience / 1000} s`);
}

await untilCalm(site ?? "");
const providerSlug = await someProvider();
const [handedIn, published]: [number[], number[]] = [[], []];
for (let number = 0; number < samples; number++) {
  const word = newWord();
  // Every other sample changes what the one before published.
  const id = `bench-${Math.floor(number / 2)}-${process.pid}`;
  const since = Date.now();
  const started = await startImport(operator("bench"), { providerSlug, fileName: "bench.json", bytes: fileWith([{ id, word }]) });
  if (!started.ok) throw new Error(started.problems.map(({ code }) => code).join());
  await untilFound(word);
  const found = Date.now();
  const [version] = await db.execute<{ at: number }>(sql`
    select extract(epoch from v.published_at)::float8 * 1000 as at from versions v
    where v.title like ${`%${word}`} order by v.published_at desc limit 1`);
  handedIn.push(found - since);
  // The version carries the moment at which its transaction began: earlier than its commit.
  if (version) published.push(found - version.at);
  await pause(random.int(50, 400));
}
figure("publish → findable, median", median(published), "ms", `${published.length} samples`);
figure("publish → findable, 95th percentile", percentile(published, 0.95), "ms", "", { atMost: 1000 });
figure("file handed in → findable, median", median(handedIn), "ms");
figure("file handed in → findable, 95th percentile", percentile(handedIn, 0.95), "ms");
await client.end();
