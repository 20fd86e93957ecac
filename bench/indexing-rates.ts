import { indexEvents } from "@/lib/catalogue/commands";
import { engine, indexNames, prepareIndexes } from "@/lib/catalogue/engine";
import { env } from "@/lib/env";
import { figure } from "./figures";
import { ask } from "./http";

type Batch = { uid: string; body: string; documents: number };

const straight = (uid: string) => `${uid}_straight`;
const straightNames = { offerings: straight(indexNames.offerings), runs: straight(indexNames.runs), titles: straight(indexNames.titles) };
const headers = { "content-type": "application/x-ndjson", authorization: `Bearer ${env.MEILISEARCH_KEY}` };

/** Our indexer, from the waiting events to the engine having done its tasks; keeps every batch of documents that it sends, as it is sent. */
async function indexByOurs(): Promise<{ seconds: number; batches: Batch[] }> {
  const sent: { uid: string; body: string }[] = [];
  const original = globalThis.fetch;
  globalThis.fetch = (address, init) => {
    const [, uid] = (init?.method === "POST" && /\/indexes\/([^/]+)\/documents$/.exec(String(address))) || [];
    if (uid && typeof init?.body === "string") sent.push({ uid, body: init.body });
    return original(address, init);
  };
  const started = performance.now();
  try {
    while ((await indexEvents()) > 0);
  } finally {
    globalThis.fetch = original;
  }
  const seconds = (performance.now() - started) / 1000;
  return { seconds, batches: sent.map((batch) => ({ ...batch, documents: batch.body.split("\n").length })) };
}

/** The same batches in the same order, ready in memory, into fresh indexes of the same settings. */
async function indexStraight(batches: Batch[]): Promise<number> {
  const started = performance.now();
  const tasks: number[] = [];
  for (const { uid, body } of batches) {
    const answer = await ask(`${env.MEILISEARCH_URL}/indexes/${straight(uid)}/documents`, { body, headers });
    if (answer.status !== 202) throw new Error(`The search engine answered ${answer.status}`);
    tasks.push(JSON.parse(answer.body.toString()).taskUid);
  }
  // Of all of them: the engine may do the last before others.
  for (const done of await engine.tasks.waitForTasks(tasks, { timeout: 600_000, interval: 20 }))
    if (done.status !== "succeeded") throw new Error(`The search engine refused a batch: ${done.error?.message}`);
  return (performance.now() - started) / 1000;
}

/** How much of the engine's own indexing rate our indexer reaches. */
export async function compareIndexing(): Promise<void> {
  const all = [...Object.values(indexNames), ...Object.values(straightNames)];
  for (const name of all) await engine.deleteIndexIfExists(name);
  await prepareIndexes();
  await prepareIndexes(straightNames);
  const { seconds, batches } = await indexByOurs();
  const secondsStraight = await indexStraight(batches);
  const documents = batches.reduce((sum, batch) => sum + batch.documents, 0);
  const offerings = batches.filter(({ uid }) => uid === indexNames.offerings).reduce((sum, batch) => sum + batch.documents, 0);
  figure("our indexer", documents / seconds, "documents/s", `${offerings} offerings, ${(offerings / seconds).toFixed(0)} offerings/s`);
  figure("the same documents straight to Meilisearch", documents / secondsStraight, "documents/s");
  figure("our indexer ÷ Meilisearch", secondsStraight / seconds, "×", "", { atLeast: 0.8 });
  for (const name of all) await engine.deleteIndexIfExists(name);
}
