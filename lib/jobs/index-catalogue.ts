import { client } from "@/db";
import { indexEvents, indexTurnedDays } from "@/lib/catalogue/commands";
import { prepareIndexes } from "@/lib/catalogue/engine";

let prepared = false;

/** Drains the events that wait for the index. Run whenever something was written, and once a minute in case a call was lost. */
export async function indexCatalogue(): Promise<void> {
  await alone(async () => {
    while ((await indexEvents()) > 0);
  });
}

/** Just after midnight in the country: sessions have ended, enrolment has opened and closed. */
export async function turnDay(): Promise<void> {
  await alone(async () => {
    await indexTurnedDays();
  });
}

/**
 * One indexer at a time, whichever worker it is in: two could write the runs of one offering crosswise. The lock ends with its
 * connection, so a killed indexer holds up nobody, unlike a named queue, which stays locked for hours.
 */
async function alone(work: () => Promise<void>): Promise<void> {
  const connection = await client.reserve();
  try {
    await connection`select pg_advisory_lock(hashtextextended('index-catalogue', 0))`;
    if (!prepared) await prepareIndexes();
    prepared = true;
    await work();
  } finally {
    await connection`select pg_advisory_unlock(hashtextextended('index-catalogue', 0))`;
    connection.release();
  }
}
