import { setTimeout as pause } from "node:timers/promises";
import { client } from "@/db";
import { vocabulary } from "@/lib/vocabularies/vocabulary";
import { figure, median, percentile } from "./figures";
import { ask } from "./http";
import { readCatalogue } from "./mix";
import { processorTime } from "./processes";
import { newRandom } from "./random";

/** How fast suggestions come while one writes: one reader who writes words of titles, names of fields and places, of which any beginning may be asked. */
const site = (process.env.BENCH_SITE ?? "").split(",")[0] ?? "";
const samples = 600;
/** Asked before it is measured: a program that has just begun is slow at everything. */
const first = 300;
const locales = ["en", "nl", "fr", "de"] as const;
const counted = ["web", "postgres", "meilisearch"] as const;

/** What the worker does when it starts (words, statistics, flags) is over, or two minutes are. */
async function untilIdle(): Promise<void> {
  const busy = () => processorTime("worker") + processorTime("postgres");
  for (let seconds = 0; seconds < 120; seconds += 5) {
    const before = busy();
    await pause(5000);
    if (busy() - before < 100) return;
  }
}

const random = newRandom(7);
const { offerings } = await readCatalogue();
const fields = vocabulary("fields");
const places = ["Gent", "Liège", "Namur", "Antwerpen", "Oostende", "Eupen", "Charleroi"];

function beginning(): string {
  const locale = random.pick(locales);
  const whole = random.weighted([
    [offerings[random.skewed(offerings.length)]?.title ?? "management", 6],
    [random.pick(fields).labels[locale], 2],
    [random.pick(places), 1],
    [`${random.pick(fields).labels[locale].split(" ")[0]} ${random.pick(places)}`, 1],
  ]);
  return whole.slice(0, random.int(2, Math.min(24, Math.max(2, whole.length))));
}

await untilIdle();
const times: number[] = [];
let before = counted.map(processorTime);
for (let sample = -first; sample < samples; sample++) {
  if (sample === 0) before = counted.map(processorTime);
  const path = `/api/v1/suggestions?locale=${random.pick(locales)}&q=${encodeURIComponent(beginning())}`;
  // Whoever says what they have already is not answered from the store of answers.
  const { status, milliseconds } = await ask(`${site}${path}`, { headers: { "if-none-match": '"none"' } });
  if (status !== 200) throw new Error(`${path} answered ${status}`);
  if (sample >= 0) times.push(milliseconds);
}
const used = counted.map((process, at) => `${process} ${((processorTime(process) - (before[at] ?? 0)) / samples).toFixed(1)}`).join(", ");
figure("suggestions, one reader, median", median(times), "ms", `processor time: ${used} ms`);
figure("suggestions, one reader, 95th percentile", percentile(times, 0.95), "ms", "", { atMost: 30 });
await client.end();
