import { sql } from "drizzle-orm";
import { client, db } from "@/db";
import { indexOfferings, publishedIds } from "@/lib/catalogue/commands";
import { offeringIndex, prepareIndexes } from "@/lib/catalogue/engine";
import { flagWhatIsDue } from "@/lib/monitoring/flagging/commands";
import { figure } from "./figures";
import { loadNationalSet } from "./national-set";

/** Fills an empty database with the national set and indexes it; does nothing where that has been done. */
const wanted = Number(process.argv[2] ?? 50_000);

/** Published, since the index has no others. */
const countOfferings = async () =>
  (await db.execute<{ count: number }>(sql`select count(*)::int as count from offerings where status = 'published'`))[0]?.count ?? 0;

if ((await countOfferings()) === 0) {
  const set = await loadNationalSet({ offerings: wanted, log: console.log });
  figure("national set to Postgres", set.offerings / set.seconds, "offerings/s", "texts made, sessions and visibility included");
}
await prepareIndexes();
const count = await countOfferings();
// The index may be of another schema version than the folder was filled with.
if ((await offeringIndex.getStats()).numberOfDocuments < count) {
  const started = performance.now();
  for await (const ids of publishedIds()) await indexOfferings(ids);
  const seconds = (performance.now() - started) / 1000;
  figure("national set indexed", count / seconds, "offerings/s", `${seconds.toFixed(1)} s`);
}
// What the worker does once after a start, so that nothing measured runs beside it.
const started = performance.now();
const looked = await flagWhatIsDue();
if (looked > 0) {
  const seconds = (performance.now() - started) / 1000;
  figure("first look of monitoring", looked / seconds, "offerings/s", `${looked} offerings in ${seconds.toFixed(1)} s`);
}
await client.end();
