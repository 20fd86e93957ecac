import "server-only";
import { indexOfferings, publishedIds } from "@/lib/catalogue/commands";
import { engine, finished, hasIndexes, indexNames, prepareIndexes, type Target } from "@/lib/catalogue/engine";
import { applySynonyms } from "@/lib/catalogue/words/commands";
import { tellOfIndex } from "@/lib/sources/commands";

export type RebuildProgress = (offerings: number) => void;

/**
 * Builds all indexes anew beside those that answer and puts them in their place at once: search never stops and never shows half a
 * catalogue. Call it as the only indexer (lib/jobs); answers how many offerings are in it.
 */
export async function rebuildIndexes(onProgress: RebuildProgress = () => undefined): Promise<number> {
  const target = {
    offerings: `${indexNames.offerings}_next`,
    runs: `${indexNames.runs}_next`,
    titles: `${indexNames.titles}_next`,
  } satisfies Target;
  for (const name of Object.values(target)) await engine.deleteIndexIfExists(name);
  await prepareIndexes(target);
  await applySynonyms(target);

  let done = 0;
  for await (const ids of publishedIds()) {
    await indexOfferings(ids, target);
    done += ids.length;
    onProgress(done);
  }

  // Where there are none yet, the new ones take the names; else they change places and the old ones go.
  const rename = !(await hasIndexes());
  if (rename) for (const name of Object.values(indexNames)) await engine.deleteIndexIfExists(name);
  await finished(
    engine.swapIndexes([
      { indexes: [target.offerings, indexNames.offerings], rename },
      { indexes: [target.runs, indexNames.runs], rename },
      { indexes: [target.titles, indexNames.titles], rename },
    ]),
  );
  await tellOfIndex();
  if (!rename) for (const name of Object.values(target)) await engine.deleteIndexIfExists(name);
  return done;
}
