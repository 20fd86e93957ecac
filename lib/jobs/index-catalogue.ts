import { client } from "@/db";
import { indexEvents, indexTurnedDays } from "@/lib/catalogue/commands";
import { hasIndexes, prepareIndexes, settle } from "@/lib/catalogue/engine";
import { type RebuildProgress, rebuildIndexes } from "@/lib/catalogue/rebuild/commands";
import { applySynonyms } from "@/lib/catalogue/words/commands";

/** Drains the events that wait for the index. Run whenever something was written, and once a minute in case a call was lost. */
export async function indexCatalogue(): Promise<void> {
  await alone(async () => {
    await makeReady();
    while ((await indexEvents()) > 0);
  });
}

/** Just after midnight in the country: sessions have ended, enrolment has opened and closed. */
export async function turnDay(): Promise<void> {
  await alone(async () => {
    await makeReady();
    // Words that search takes for one another begin and end with days too.
    await applySynonyms();
    await indexTurnedDays();
  });
}

/** Builds the index anew. What is published meanwhile waits for it to be done. Answers how many offerings are in it. */
export async function rebuildCatalogueIndex(onProgress?: RebuildProgress): Promise<number> {
  let done = 0;
  await alone(async () => {
    done = await rebuildIndexes(onProgress);
    while ((await indexEvents()) > 0);
  });
  return done;
}

let isReady = false;

/** An index that is not there (a new instance, a new schema version, somebody deleted it) is built from the database. */
async function makeReady(): Promise<void> {
  if (!isReady) await settle();
  if (!(await hasIndexes())) await rebuildIndexes();
  else if (!isReady) {
    await prepareIndexes();
    await applySynonyms();
  }
  isReady = true;
}

/**
 * One indexer at a time, whichever process it is in: two could write the runs of one offering crosswise. The lock ends with its
 * connection, so a killed indexer holds up nobody, unlike a named queue, which stays locked for hours.
 */
async function alone(work: () => Promise<void>): Promise<void> {
  const connection = await client.reserve();
  try {
    await connection`select pg_advisory_lock(hashtextextended('index-catalogue', 0))`;
    await work();
  } catch (fault) {
    isReady = false;
    throw fault;
  } finally {
    await connection`select pg_advisory_unlock(hashtextextended('index-catalogue', 0))`;
    connection.release();
  }
}
