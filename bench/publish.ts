import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { client, db } from "@/db";
import { operator } from "@/lib/auth/permissions";
import { startImport } from "@/lib/imports/commands";
import { figure, median, percentile } from "./figures";
import { ask, untilCalm } from "./http";
import { newRandom } from "./random";

/** From a provider's file to a reader's search, through everything in between: import, worker, indexer, engine, API. */
const site = (process.env.BENCH_SITE ?? "").split(",")[0];
const samples = 40;
const patience = 20_000;
const random = newRandom(Date.now() % 1_000_000);

function fileWith(id: string, word: string): Uint8Array {
  const offering = {
    id,
    language: "en",
    title: { en: `Measuring with ${word}` },
    summary: { en: "A course that exists to be found." },
    outcomes: [{ type: "skill", text: { en: "Finds what was published a moment ago." } }],
    ects: 3,
    eqf: 5,
    fields: ["0613"],
    modes: ["online"],
    assessment: ["portfolio"],
    quality: ["other"],
    languages: ["en"],
    awardingBodies: ["Cairn benchmark"],
    publish: true,
    sessions: [{ id: "1", starts: null, mode: "online" }],
  };
  return Buffer.from(JSON.stringify({ offerings: [offering] }));
}

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

/** A provider in good standing whose accreditation covers anything. */
async function someProvider(): Promise<string> {
  const [row] = await db.execute<{ slug: string }>(sql`
    select p.slug from organisations p join offerings o on o.provider_id = p.id
    join accreditations a on a.organisation_id = p.id and a.eqf_levels is null and a.fields is null and a.valid @> current_date + 30 and a.effect = 'full'
    where o.visible @> now() group by p.slug order by count(*) desc, p.slug offset 20 limit 1`);
  if (!row) throw new Error("No provider can publish");
  return row.slug;
}

await untilCalm(site ?? "");
const providerSlug = await someProvider();
const [handedIn, published]: [number[], number[]] = [[], []];
for (let number = 0; number < samples; number++) {
  const word = newWord();
  // Every other sample changes what the one before published.
  const id = `bench-${Math.floor(number / 2)}-${process.pid}`;
  const since = Date.now();
  const started = await startImport(operator("bench"), { providerSlug, fileName: "bench.json", bytes: fileWith(id, word) });
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
