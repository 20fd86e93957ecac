import "server-only";
import { engine, finished, indexNames } from "@/lib/catalogue/engine";
import { today } from "@/lib/clock";
import { findSynonyms } from "@/lib/synonyms/queries";

/** Tells the engine which words it takes for one another today; it does nothing where it knows them already. */
export async function applySynonyms(target = indexNames): Promise<void> {
  const synonyms = Object.fromEntries(await findSynonyms(today()));
  for (const name of Object.values(target)) await finished(engine.index(name).updateSynonyms(synonyms));
}
