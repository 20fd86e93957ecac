import { engine, finished, indexNames } from "@/lib/catalogue/engine";

/** The file's own indexes, without a document in them. */
export async function emptyIndexes(): Promise<void> {
  for (const name of Object.values(indexNames)) await finished(engine.index(name).deleteAllDocuments());
}

export async function dropIndexes(): Promise<void> {
  // A task that fails found no index of the name, which is as good.
  for (const name of Object.values(indexNames)) await engine.deleteIndex(name).waitTask();
}

/** Sets the clock of this process (lib/clock reads it at each call). */
export function setClock(moment: string): void {
  process.env.CAIRN_NOW = moment;
}
