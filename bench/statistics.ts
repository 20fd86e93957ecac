import { sql } from "drizzle-orm";
import { client, db } from "@/db";
import { refreshStatistics } from "@/lib/statistics/commands";
import { figure } from "./figures";

/** What counting the statistics costs: all scopes the first time on a day, and again after something has happened. */
async function seconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

const somethingHappens = () =>
  db.execute(
    sql`insert into events (type, subject, subject_id, actor, indexed_at) values ('person.joined', 'person', gen_random_uuid(), 'bench', now())`,
  );

figure("statistics, first of a day", await seconds(refreshStatistics), "s", "country, every authority and its past years");
const again: number[] = [];
for (let round = 0; round < 5; round++) {
  await somethingHappens();
  again.push(await seconds(refreshStatistics));
}
figure("statistics, after an event", again.toSorted((a, b) => a - b)[2] ?? 0, "s", "median of 5");
figure("statistics, nothing new", await seconds(refreshStatistics), "s", "");
await client.end();
