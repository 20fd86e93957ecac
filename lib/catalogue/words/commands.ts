import "server-only";
import { engine, finished, indexNames } from "@/lib/catalogue/engine";
import { today } from "@/lib/clock";
import { findSynonyms } from "@/lib/synonyms/queries";

/**
 * Tells the engine which words it takes for one another today; it does nothing where it knows them already. Not where suggestions are found: it
 * reads all of them for each word of a question, which takes ten times as long as finding titles.
 */
export async function applySynonyms(target = indexNames): Promise<void> {
  const synonyms = Object.fromEntries(await findSynonyms(today()));
  for (const name of [target.offerings, target.runs]) await finished(engine.index(name).updateSynonyms(synonyms));
}
