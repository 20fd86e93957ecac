import { client } from "@/db";
import { type Outcome, tell, visitAtRate } from "./arrivals";
import { figure, median, percentile } from "./figures";
import { ask, NoAnswer, patience } from "./http";
import { type Catalogue, launchDay, queryString, readCatalogue, someSearch, type Visit } from "./mix";
import { processorTime } from "./processes";
import { newRandom } from "./random";
import { askStraight, type Recorded, recordSearch } from "./straight";
import { writeMeanwhile } from "./writes";

const sites = (process.env.BENCH_SITE ?? "").split(",");
const site = sites[0] ?? "";
const seconds = Number(process.env.BENCH_SECONDS ?? 30);
/** Visits before the launch day is measured. */
const morning = 10_000;
const rates = [20, 40, 80, 150, 300];
const languages = 4;
/** As browsers ask where the connection is encrypted. */
const page = { headers: { "accept-encoding": "gzip, deflate, br, zstd", accept: "text/html,application/json" } };

async function askApi({ params }: Recorded): Promise<number> {
  const started = performance.now();
  // Whoever says what they have already is not answered from the store of answers, which would say nothing about the search.
  const { status, body } = await ask(`${site}/api/v1/search${queryString(params)}`, { headers: { "if-none-match": '"none"' } });
  if (status !== 200) throw new Error(`The search API answered ${status}`);
  const { source } = JSON.parse(body.toString());
  if (source !== "index") throw new Error("The search API did not ask the engine");
  return performance.now() - started;
}

/** Works through a list with so many clients at once. */
/** What got no answer took that long at the least, is told, and ends no measurement of the others. */
function tooLate(fault: unknown): number {
  if (!(fault instanceof NoAnswer)) throw fault;
  console.log(`  ${fault.message}`);
  return patience;
}

async function withClients<T>(clients: number, list: T[], work: (item: T) => Promise<number>): Promise<number[]> {
  const times: number[] = [];
  let next = 0;
  const lane = async () => {
    for (let item = list[next++]; item !== undefined; item = list[next++]) times.push(await work(item).catch(tooLate));
  };
  await Promise.all(Array.from({ length: clients }, lane));
  return times;
}

/** Our search API beside the engine: the same questions in turns, so that whatever else the machine does disturbs both alike. */
async function compareApi(recorded: Recorded[], clients: number): Promise<void> {
  const [api, straight]: [number[], number[]] = [[], []];
  const batch = 20;
  for (let from = 0; from < recorded.length; from += batch) {
    const part = recorded.slice(from, from + batch);
    straight.push(...(await withClients(clients, part, askStraight)));
    api.push(...(await withClients(clients, part, askApi)));
  }
  const name = clients === 1 ? "one client" : `${clients} clients`;
  figure(`Meilisearch directly, ${name}, median`, median(straight), "ms");
  figure(`search API, ${name}, median`, median(api), "ms");
  figure(`search API ÷ Meilisearch, ${name}, median`, median(api) / median(straight), "×", "", { atMost: 1.25 });
  figure(`Meilisearch directly, ${name}, 95th percentile`, percentile(straight, 0.95), "ms");
  figure(`search API, ${name}, 95th percentile`, percentile(api, 0.95), "ms");
  figure(`search API ÷ Meilisearch, ${name}, 95th percentile`, percentile(api, 0.95) / percentile(straight, 0.95), "×", "", {
    atMost: 1.5,
  });
}

const counted = ["web", "postgres", "meilisearch", "worker"] as const;

/** What a piece of work costs each process, for each of so many visits. */
function costs(before: number[], visits: number): { total: number; parts: string } {
  const used = counted.map((process, position) => (processorTime(process) - (before[position] ?? 0)) / visits);
  return {
    total: used.reduce((sum, time) => sum + time, 0),
    parts: counted.map((process, position) => `${process} ${used[position]?.toFixed(1)}`).join(", "),
  };
}

/** Also how much processor time a page costs in each process: two cores have 2,000 ms a second. */
async function timePages(name: string, visits: Visit[]): Promise<void> {
  const before = counted.map(processorTime);
  const times = await withClients(1, visits, async ({ path }) => {
    const { status, milliseconds } = await ask(`${site}${path}`, page);
    if (status !== 200) throw new Error(`${path} answered ${status}`);
    return milliseconds;
  });
  figure(`${name}, one client, median`, median(times), "ms");
  figure(`${name}, one client, 95th percentile`, percentile(times, 0.95), "ms");
  const { total, parts } = costs(before, visits.length);
  figure(`${name}, processor time`, total, "ms", parts);
}

/** Whether the site holds a rate: everybody answered in time, 95 of 100 in 300 ms. */
async function holds(catalogue: Catalogue, rate: number): Promise<boolean> {
  const visits = launchDay(catalogue, rate * seconds, rate);
  const before = counted.map(processorTime);
  const ended = new AbortController();
  const writing = writeMeanwhile(seconds, ended.signal);
  const { outcomes, seconds: took } = await visitAtRate(sites, visits, rate);
  ended.abort();
  const written = await writing;
  const { total, parts } = costs(before, visits.length);
  const faults = outcomes.filter(({ fault }) => fault !== null).length;
  const answered = (outcomes.length - faults) / took;
  const slow = percentile(
    outcomes.map(({ milliseconds }) => milliseconds),
    0.95,
  );
  console.log(`launch day at ${rate} a second for ${seconds} s: ${answered.toFixed(1)} answered a second, ${tell(outcomes)}`);
  console.log(`  meanwhile ${written.sessions} sessions, ${written.drafts} drafts and a file of offerings were written`);
  console.log(`  a visit took ${total.toFixed(1)} ms of processor time (${parts}; visitors beside that)`);
  for (const [kind, list] of Object.entries(Object.groupBy(outcomes, ({ kind }: Outcome) => kind)))
    console.log(`  ${kind}: ${tell(list ?? [])}`);
  return faults === 0 && slow < 300 && answered >= rate * 0.95;
}

/**
 * What an idle site draws in the night before (bin/draw-ahead.mjs) would take an hour here: of it, what this day is asked for. Whether there
 * is room for all of it is told beside.
 */
async function drawNight(): Promise<void> {
  const asked = [...rates.flatMap((rate) => launchDay(catalogue, rate * seconds, rate)), ...launchDay(catalogue, morning, 3)];
  const paths = [...new Set(asked.filter(({ kind }) => !kind.startsWith("search")).map(({ path }) => path))];
  let bytes = 0;
  await withClients(2, paths, async (path) => {
    const { body, milliseconds } = await ask(`${site}${path}`, page);
    bytes += body.length;
    return milliseconds;
  });
  figure("pages drawn the night before", paths.length, "pages", `${(bytes / paths.length / 1000).toFixed(1)} kB each as they are kept`);
  const all = (catalogue.visible + catalogue.providers.length) * languages;
  figure("room for every page of the catalogue", (all * bytes) / paths.length / 1024 ** 2, "MB", `${all} pages`);
}

const catalogue = await readCatalogue();
const random = newRandom(11);
// The first requests pay for what a server does once.
await visitAtRate(sites, launchDay(catalogue, 300, 1), 40);

const recorded: Recorded[] = [];
for (let number = 0; number < 240; number++) recorded.push(await recordSearch(someSearch(random, catalogue)));
// Whether a word stands somewhere, and what is a place, is asked once a day.
await withClients(4, recorded, askApi);
await compareApi(recorded, 1);
await compareApi(recorded, 8);

// Each address once, and so drawn.
const visits = [...new Map(launchDay(catalogue, 3000, 2).map((visit) => [visit.path, visit])).values()];
for (const kind of ["search API", "search page", "offering page", "provider page", "front page"])
  await timePages(kind, visits.filter((visit) => visit.kind === kind).slice(0, 120));

await drawNight();

// The day does not begin with the measurement: what the first visitors of such a day have looked at is kept.
await withClients(4, launchDay(catalogue, morning, 3), async ({ path }) => (await ask(`${site}${path}`, page)).milliseconds);

// Upwards and only as far as it goes: a site that is asked too much for says nothing about itself.
let held = 0;
for (const rate of rates) {
  if (!(await holds(catalogue, rate))) break;
  held = rate;
}
figure("launch day, held", held, "requests/s", "95 % under 300 ms, no error", { atLeast: 150 });
await client.end();
