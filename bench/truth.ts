import { sql } from "drizzle-orm";
import fc from "fast-check";
import { client, db } from "@/db";
import { searchHref } from "@/lib/catalogue/query";
import { today } from "@/lib/clock";
import { anyQuery } from "./any-query";
import { differencesOn } from "./differences";

/** Random filter combinations: what the search engine says against what SQL says. */
const count = Number(process.argv[2] ?? 320);
const seed = Number(process.argv[3] ?? 7);

/** SQL's runs of today are computed once and kept, as nothing changes meanwhile: seven times faster, and the same rows. */
async function keepRuns(): Promise<void> {
  await freeRuns();
  await client.unsafe("alter function current_runs(date) rename to current_runs_computed");
  await client.unsafe(`create table current_runs_today as select * from current_runs_computed('${today()}')`);
  await client.unsafe("create index on current_runs_today (offering_id)");
  await client.unsafe("analyze current_runs_today");
  await client.unsafe(`create function current_runs(day date) returns setof current_runs_today
    language sql stable parallel safe as 'select * from current_runs_today'`);
}

/** Also after a run that was killed. */
async function freeRuns(): Promise<void> {
  const [kept] = await client`select to_regclass('current_runs_today') is not null as is`;
  if (!kept?.is) return;
  await client.unsafe("drop function if exists current_runs(date)");
  await client.unsafe("drop table current_runs_today cascade");
  await client.unsafe("alter function current_runs_computed(date) rename to current_runs");
}

async function compare(): Promise<number> {
  const slugs = await db.execute<{ slug: string }>(
    sql`select slug from organisations where 'provider' = any(roles) order by slug limit 40`,
  );
  const providers = slugs.map(({ slug }) => slug);
  const queries = fc.sample(anyQuery(today(), providers), { seed, numRuns: count });
  const started = performance.now();
  let wrong = 0;
  let empty = 0;
  for (const [position, query] of queries.entries()) {
    const { total, differences } = await differencesOn(query);
    if (total === 0) empty++;
    if (differences.length > 0) {
      wrong++;
      console.log(`  ${searchHref(query)}\n    ${differences.slice(0, 12).join("\n    ")}`);
    }
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    if ((position + 1) % 80 === 0) console.log(`  ${position + 1} of ${count} compared, ${seconds} s`);
  }
  console.log(
    `truth of search  ${count - wrong} of ${count} combinations equal SQL, ${empty} of them without a hit  (hold all → ${wrong === 0 ? "ok" : "MISSED"})`,
  );
  return wrong;
}

await keepRuns();
try {
  process.exitCode = (await compare()) === 0 ? 0 : 1;
} finally {
  await freeRuns();
  await client.end();
}
