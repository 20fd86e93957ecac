import { client } from "@/db";
import { indexEvents, indexOfferings, publishedIds, waitAgainSince } from "@/lib/catalogue/commands";
import { engine, indexNames, prepareIndexes } from "@/lib/catalogue/engine";

/** Builds the index anew beside the one that answers, swaps the two and drops the old: search never stops. */
const begun = new Date();
const started = performance.now();
const target = { offerings: `${indexNames.offerings}_next`, runs: `${indexNames.runs}_next` };
for (const name of Object.values(target)) await engine.deleteIndexIfExists(name);
await prepareIndexes(target.offerings, target.runs);
await prepareIndexes();

let done = 0;
for await (const ids of publishedIds()) {
  await indexOfferings(ids, target);
  done += ids.length;
  console.log(`${done} offerings indexed, ${Math.round(done / ((performance.now() - started) / 1000))} a second`);
}

await engine
  .swapIndexes([
    { indexes: [indexNames.offerings, target.offerings], rename: false },
    { indexes: [indexNames.runs, target.runs], rename: false },
  ])
  .waitTask({ timeout: 600_000 });
for (const name of Object.values(target)) await engine.deleteIndexIfExists(name);
// What was published meanwhile went into the index that was just dropped.
await waitAgainSince(begun);
while ((await indexEvents()) > 0);
console.log(`The index is new: ${done} offerings in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
await client.end();
