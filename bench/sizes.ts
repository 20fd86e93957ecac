import { gunzipSync, gzipSync } from "node:zlib";
import { client } from "@/db";
import { visitAtRate } from "./arrivals";
import { figure } from "./figures";
import { ask, untilCalm } from "./http";
import { launchDay, readCatalogue } from "./mix";
import { memoryOf } from "./processes";

const site = (process.env.BENCH_SITE ?? "").split(",")[0] ?? "";
/** An empty application of Next 16.4 sends this much, gzip, without the polyfills that modern browsers skip (design, section 9). */
const framework = 135;
const most = framework + 15;

function tellMemory(when: string): void {
  for (const name of ["web", "worker", "postgres", "meilisearch"] as const)
    figure(`memory of ${name}, ${when}`, memoryOf(name), "MB", "PSS, all its processes");
}

const kilobytes = (bytes: Buffer | string) => gzipSync(bytes, { level: 6 }).length / 1000;

/** What a modern browser loads for one page. */
async function tellPage(kind: string, address: string): Promise<void> {
  const answer = await ask(`${site}${address}`, { headers: { "accept-encoding": "gzip", accept: "text/html" } });
  if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`);
  const isCompressed = answer.headers["content-encoding"] === "gzip";
  const html = (isCompressed ? gunzipSync(answer.body) : answer.body).toString();
  const tags = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
  const wanted = tags.filter((tag) => !/\bnomodule\b/i.test(tag)).flatMap((tag) => tag.match(/\bsrc="([^"]+)"/)?.[1] ?? []);
  let script = 0;
  for (const src of new Set(wanted)) script += kilobytes((await ask(new URL(src, site).href)).body);
  figure(`HTML of the ${kind}`, html.length / 1000, "kB", `gzip ${kilobytes(html).toFixed(1)} kB`);
  figure(`JavaScript of the ${kind}, gzip`, script, "kB", `ours ${Math.max(0, script - framework).toFixed(1)} kB`, { atMost: most });
}

const catalogue = await readCatalogue();
await untilCalm(site);
tellMemory("at the start");
const visits = launchDay(catalogue, 1500, 3);
for (const kind of ["front page", "search page", "offering page", "provider page"]) {
  const visit = visits.find((one) => one.kind === kind);
  if (visit) await tellPage(kind, visit.path);
}
await visitAtRate([site], visits, 50);
tellMemory("after 1,500 requests");
await client.end();
