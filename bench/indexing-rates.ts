import { indexEvents } from "@/lib/catalogue/commands";
import { engine, indexNames, prepareIndexes } from "@/lib/catalogue/engine";
import { env } from "@/lib/env";
import { figure } from "./figures";
import { ask } from "./http";

type Batch = { uid: string; body: string; documents: number };
type Indexes = { index: (uid: string) => { addDocuments: (documents: object[]) => unknown } };

const straightNames = { offerings: `${indexNames.offerings}_straight`, runs: `${indexNames.runs}_straight` };
const headers = { "content-type": "application/json", authorization: `Bearer ${env.MEILISEARCH_KEY}` };

/** Our indexer, from the waiting events to the engine having done its tasks; keeps every batch of documents that it sends. */
async function indexByOurs(): Promise<{ seconds: number; batches: Batch[] }> {
  const batches: Batch[] = [];
  const maker = engine as unknown as Indexes;
  const original = maker.index;
  const kept: { uid: string; documents: object[] }[] = [];
  maker.index = (uid) => {
    const index = original.call(engine, uid);
    const add = index.addDocuments.bind(index);
    index.addDocuments = (documents) => {
      kept.push({ uid, documents });
      return add(documents);
    };
    return index;
  };
  const started = performance.now();
  try {
    while ((await indexEvents()) > 0);
  } finally {
    maker.index = original;
  }
  const seconds = (performance.now() - started) / 1000;
  for (const { uid, documents } of kept) batches.push({ uid, body: JSON.stringify(documents), documents: documents.length });
  return { seconds, batches };
}

/** The same batches in the same order, ready in memory, into fresh indexes of the same settings. */
async function indexStraight(batches: Batch[]): Promise<number> {
  const started = performance.now();
  let last = 0;
  for (const { uid, body } of batches) {
    const name = uid === indexNames.offerings ? straightNames.offerings : straightNames.runs;
    const answer = await ask(`${env.MEILISEARCH_URL}/indexes/${name}/documents`, { body, headers });
    if (answer.status !== 202) throw new Error(`The search engine answered ${answer.status}`);
    last = JSON.parse(answer.body.toString()).taskUid;
  }
  const done = await engine.tasks.waitForTask(last, { timeout: 600_000, interval: 20 });
  if (done.status !== "succeeded") throw new Error(`The search engine refused the last batch: ${done.error?.message}`);
  return (performance.now() - started) / 1000;
}

/** How much of the engine's own indexing rate our indexer reaches. */
export async function compareIndexing(): Promise<void> {
  const all = [...Object.values(indexNames), ...Object.values(straightNames)];
  for (const name of all) await engine.deleteIndexIfExists(name);
  await prepareIndexes();
  await prepareIndexes(straightNames.offerings, straightNames.runs);
  const { seconds, batches } = await indexByOurs();
  const straight = await indexStraight(batches);
  const documents = batches.reduce((sum, batch) => sum + batch.documents, 0);
  const offerings = batches.filter(({ uid }) => uid === indexNames.offerings).reduce((sum, batch) => sum + batch.documents, 0);
  figure("our indexer", documents / seconds, "documents/s", `${offerings} offerings, ${(offerings / seconds).toFixed(0)} offerings/s`);
  figure("the same documents straight to Meilisearch", documents / straight, "documents/s");
  figure("our indexer ÷ Meilisearch", straight / seconds, "×", "", { atLeast: 0.8 });
  for (const name of all) await engine.deleteIndexIfExists(name);
}
