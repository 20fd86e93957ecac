import { indexEvents, indexTurnedDays } from "@/lib/catalogue/commands";
import { prepareIndexes } from "@/lib/catalogue/engine";

let prepared = false;

/** Drains the events that wait for the index. Run whenever something was written, and once a minute in case a call was lost. */
export async function indexCatalogue(): Promise<void> {
  if (!prepared) {
    await prepareIndexes();
    prepared = true;
  }
  while ((await indexEvents()) > 0);
}

/** Just after midnight in the country: sessions have ended, enrolment has opened and closed. */
export async function turnDay(): Promise<void> {
  await indexTurnedDays();
}
