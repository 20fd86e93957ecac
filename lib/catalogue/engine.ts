import "server-only";
import { type EnqueuedTask, Meilisearch, MeilisearchApiError, MeilisearchRequestError } from "meilisearch";
import { Agent, request } from "undici";
import { env } from "@/lib/env";
import type { OfferingDocument } from "./document";
import type { RunDocument } from "./run-document";
import { offeringSettings, runSettings, schemaVersion, titleSettings } from "./settings";
import type { TitleDocument } from "./title-document";

const timeout = 10_000;

export const engine = new Meilisearch({
  host: env.MEILISEARCH_URL,
  apiKey: env.MEILISEARCH_KEY,
  timeout,
  // Compressed answers leave the engine in small pieces, and each search then waits 40 ms for a delayed TCP acknowledgement.
  requestInit: { headers: { "accept-encoding": "identity" } },
});

/** Our own: once anything has used `fetch`, the shared one is of Node's own older undici, through which two questions at once were 6 ms slower. */
const dispatcher = new Agent({ headersTimeout: timeout, bodyTimeout: timeout });

/** Searches go out without `fetch`, which took as long again as all else that a search does in this process. */
engine.multiSearch = async <Asked, Answer>(asked: Asked): Promise<Answer> => {
  const url = new URL("multi-search", `${env.MEILISEARCH_URL}/`);
  const headers = { "content-type": "application/json", authorization: `Bearer ${env.MEILISEARCH_KEY}` };
  const { status, text } = await send(url, headers, JSON.stringify(asked));
  const answer = JSON.parse(text);
  if (status >= 400) throw new MeilisearchApiError(new Response(null, { status }), answer);
  return answer;
};

async function send(url: URL, headers: Record<string, string>, body: string): Promise<{ status: number; text: string }> {
  try {
    const answer = await request(url, { method: "POST", headers, body, dispatcher });
    return { status: answer.statusCode, text: await answer.body.text() };
  } catch (fault) {
    throw new MeilisearchRequestError(url.toString(), fault);
  }
}

/** The names carry the schema version, so that a new version is built beside the old one while that one answers. */
export const indexNames = {
  offerings: `${env.INDEX_PREFIX}_offerings_v${schemaVersion}`,
  runs: `${env.INDEX_PREFIX}_runs_v${schemaVersion}`,
  titles: `${env.INDEX_PREFIX}_titles_v${schemaVersion}`,
};

/** Which indexes are written to. */
export type Target = typeof indexNames;

export const offeringIndex = engine.index<OfferingDocument>(indexNames.offerings);
export const runIndex = engine.index<RunDocument>(indexNames.runs);
export const titleIndex = engine.index<TitleDocument>(indexNames.titles);

/** Whether all indexes of this schema version are there. */
export async function hasIndexes(): Promise<boolean> {
  const { results } = await engine.getIndexes({ limit: 1000 });
  return Object.values(indexNames).every((name) => results.some(({ uid }) => uid === name));
}

/** Creates what is missing and applies the settings; the engine does nothing where they are the same. */
export async function prepareIndexes({ offerings, runs, titles }: Target = indexNames): Promise<void> {
  const wanted = [
    { uid: offerings, settings: offeringSettings },
    { uid: runs, settings: runSettings },
    { uid: titles, settings: titleSettings },
  ];
  for (const { uid, settings } of wanted) {
    // "Exists already" is the usual answer and no fault.
    await engine.createIndex(uid, { primaryKey: "id" }).waitTask();
    await finished(engine.index(uid).updateSettings(settings));
  }
}

/** Waits until nothing is under way in our indexes: what a killed indexer sent is still being written when the next one begins. */
export async function settle(): Promise<void> {
  const { results } = await engine.tasks.getTasks({
    indexUids: Object.values(indexNames),
    statuses: ["enqueued", "processing"],
    limit: 1000,
  });
  if (results.length > 0)
    await engine.tasks.waitForTasks(
      results.map(({ uid }) => uid),
      { timeout: 600_000 },
    );
}

/** Waits for the engine to have done a task, and throws where it could not. */
export async function finished(task: Promise<EnqueuedTask>): Promise<void> {
  const done = await engine.tasks.waitForTask(await task, { timeout: 600_000, interval: 20 });
  if (done.status !== "succeeded") throw new Error(`The search engine refused a task: ${done.error?.message ?? done.status}`);
}
