import "server-only";
import { isDeepStrictEqual } from "node:util";
import { db } from "@/db";
import { indexOfferings, publishedIds } from "@/lib/catalogue/commands";
import { type OfferingDocument, toOfferingDocument } from "@/lib/catalogue/document";
import { offeringIndex, runIndex, titleIndex } from "@/lib/catalogue/engine";
import { listRecords } from "@/lib/catalogue/queries";
import { type RunDocument, toRunDocuments } from "@/lib/catalogue/run-document";
import { type TitleDocument, toTitleDocument } from "@/lib/catalogue/title-document";
import { today } from "@/lib/clock";
import { tellOfIndex } from "@/lib/sources/commands";

/** Ids of offerings by what is wrong with them in the index. */
export type Differences = { missing: string[]; different: string[]; extra: string[]; compared: number };

const pageSize = 500;

/** Compares the index with the database, document by document in all indexes. */
export async function compareIndex(): Promise<Differences> {
  const found: Differences = { missing: [], different: [], extra: [], compared: 0 };
  const known = new Set<string>();
  for await (const ids of publishedIds(pageSize)) {
    for (const id of ids) known.add(id);
    const [records, stored, runs, titles] = await Promise.all([
      listRecords(db, ids, today()),
      storedOfferings(ids),
      storedRuns(ids),
      storedTitles(ids),
    ]);
    for (const record of records) {
      const document = stored.get(record.id);
      const title = titles.get(record.id);
      const wanted = toOfferingDocument(record, today());
      found.compared += 1;
      if (!document || !title) found.missing.push(record.id);
      else if (
        !isSame(document, wanted) ||
        !isSame(title, toTitleDocument(wanted)) ||
        !isSame(runs.get(record.id) ?? [], ordered(toRunDocuments(record, 0)))
      )
        found.different.push(record.id);
    }
  }
  const extra = new Set<string>();
  for (const index of [offeringIndex, titleIndex]) for await (const id of indexedIds(index)) if (!known.has(id)) extra.add(id);
  found.extra.push(...extra);
  return found;
}

/** Writes anew what differs and takes out what should not be there. */
export async function repairIndex({ missing, different, extra }: Differences): Promise<void> {
  await indexOfferings([...missing, ...different, ...extra]);
  await tellOfIndex();
}

/** The engine stores JSON: what JSON cannot tell apart is the same. */
function isSame(stored: unknown, wanted: unknown): boolean {
  return isDeepStrictEqual(stored, JSON.parse(JSON.stringify(wanted)));
}

async function storedOfferings(ids: string[]): Promise<Map<string, OfferingDocument>> {
  const { results } = await offeringIndex.getDocuments({ filter: `id IN [${ids.join(",")}]`, limit: ids.length });
  return new Map(results.map((document) => [document.id, document]));
}

async function storedTitles(ids: string[]): Promise<Map<string, TitleDocument>> {
  const { results } = await titleIndex.getDocuments({ filter: `id IN [${ids.join(",")}]`, limit: ids.length });
  return new Map(results.map((document) => [document.id, document]));
}

async function storedRuns(ids: string[]): Promise<Map<string, RunDocument[]>> {
  const { results } = await runIndex.getDocuments({ filter: `offering IN [${ids.join(",")}]`, limit: 1_000_000 });
  const byOffering = Map.groupBy(results, ({ offering }) => offering);
  return new Map([...byOffering].map(([id, documents]) => [id, ordered(documents)]));
}

/** The stamp tells when a run was indexed and is the one thing in which equal runs differ. */
function ordered(documents: RunDocument[]): RunDocument[] {
  return documents.map((document) => ({ ...document, stamp: 0 })).sort((a, b) => a.id.localeCompare(b.id));
}

async function* indexedIds(index: typeof offeringIndex | typeof titleIndex): AsyncGenerator<string> {
  for (let offset = 0; ; offset += 5000) {
    const { results } = await index.getDocuments({ fields: ["id"], limit: 5000, offset });
    for (const { id } of results) yield id;
    if (results.length < 5000) return;
  }
}
