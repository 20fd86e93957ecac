import { sql } from "drizzle-orm";
import { db } from "@/db";
import { type OfferingRecord, sharedOf } from "@/lib/catalogue/document";
import { engine, finished } from "@/lib/catalogue/engine";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { nameOf, publishedRecords } from "./documents";

/** Meilisearch as it comes, with the same texts: what somebody has who sends documents and asks. */
type Plain = { id: string; visibleFrom: number; visibleUntil: number } & Record<string, unknown>;

const name = `${env.INDEX_PREFIX}_default`;
const index = engine.index<Plain>(name);

/** With default settings the order in which attributes are first seen is their weight: title first is what anybody would send. */
const order = ["title", "summary", "description", "keywords", "outcomes"];

function toPlain(record: OfferingRecord): Plain {
  const shared = sharedOf(record);
  const texts = order.flatMap((text) =>
    ["en", "nl", "fr", "de"].map((language) => {
      const key = `${text}_${language}` as keyof typeof shared;
      // Also what is missing, or the first document's languages would decide what weighs more.
      return [key, shared[key] ?? null] as const;
    }),
  );
  const { providerName, code, visibleFrom, visibleUntil } = shared;
  return { id: record.id, ...Object.fromEntries(texts), providerName, code, visibleFrom, visibleUntil };
}

/** Fills it where it is not filled yet. */
export async function fillDefaultIndex(): Promise<void> {
  await engine.createIndex(name, { primaryKey: "id" }).waitTask();
  const [published] = await db.execute<{ count: number }>(sql`select count(*)::int as count from offerings where status = 'published'`);
  if ((await index.getStats()).numberOfDocuments === published?.count) return;
  // The one setting that it cannot do without: it must not show what is not visible.
  await finished(index.updateFilterableAttributes(["visibleFrom", "visibleUntil"]));
  const all: OfferingRecord[] = [];
  for await (const records of publishedRecords()) all.push(...records);
  // Of equally good ones the engine brings the first that it got: in the order of their names, it is the same each time.
  all.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  for (let from = 0; from < all.length; from += 2000) await finished(index.addDocuments(all.slice(from, from + 2000).map(toPlain)));
}

/** The ids of what it finds for the words as typed. */
export async function askDefault(q: string, limit: number): Promise<string[]> {
  const seconds = Math.floor(now().getTime() / 1000);
  const found = await index.search(q, {
    limit,
    filter: [`visibleFrom <= ${seconds}`, `visibleUntil > ${seconds}`],
    attributesToRetrieve: ["id"],
  });
  return found.hits.map(({ id }) => id);
}
