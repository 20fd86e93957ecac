import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { client, db } from "@/db";
import { findHead, proveConsistency, proveInclusion, rootAt } from "@/lib/public-log/queries";
import { sequenceEntries } from "@/lib/public-log/sequencing/commands";
import { figure, percentile } from "./figures";
import { newRandom } from "./random";

/** The public log with a million entries: how fast they get their places, and how long a proof takes. */
const leaves = Number(process.env.BENCH_LEAVES ?? 1_000_000);
for (let written = 0; written < leaves; written += 50_000)
  await db.execute(sql`
    insert into log_entries (kind, subject_id, organisation_id, content)
    select 'publication', gen_random_uuid(), ${randomUUID()}, '{"offering":"' || gen_random_uuid() || '","rest":"' || repeat('x', 700) || '"}'
    from generate_series(1, ${Math.min(50_000, leaves - written)})`);
await db.execute(sql`analyze log_entries`);
let since = performance.now();
await sequenceEntries();
figure("entries given their places, hashed and signed", leaves / ((performance.now() - since) / 1000), "entries/s");
await db.execute(sql`analyze`);

const size = (await findHead())?.size ?? 0;
const random = newRandom(9);
const times: Record<string, number[]> = { inclusion: [], consistency: [], root: [], head: [] };
const timed = async (name: string, work: () => Promise<unknown>) => {
  since = performance.now();
  await work();
  times[name]?.push(performance.now() - since);
};
for (let one = 0; one < 500; one++) {
  await timed("inclusion", () => proveInclusion(random.int(0, size - 1), size));
  await timed("consistency", () => proveConsistency(random.int(1, size), size));
  await timed("root", () => rootAt(random.int(1, size)));
  await timed("head", findHead);
}
for (const [name, all] of Object.entries(times)) figure(`${name}, ${size} entries, 95th percentile`, percentile(all, 0.95), "ms");
await client.end();
