import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db";
import { versions } from "@/db/schema";
import { type Actor, operator } from "@/lib/auth/permissions";
import { startImport } from "@/lib/imports/commands";
import { catalogue, offering } from "@/lib/imports/fixtures/catalogue";
import { runImport } from "@/lib/jobs/import-catalogue";
import { keptQuery, selectKept } from "@/lib/offerings/kept/list";
import { listKept, listLastChanges } from "@/lib/offerings/kept/queries";
import { emptyDatabase } from "@/lib/testing/database";
import { aProvider } from "@/lib/testing/registry";

const many = 1000;
/** As long as the longest that people write, and not to be made smaller: to read it costs more than all that the list says. */
const description = () => ({ en: randomBytes(12_000).toString("base64") });

async function time(work: () => Promise<unknown>): Promise<number> {
  const since = performance.now();
  await work();
  return performance.now() - since;
}

test("the list of a large catalogue costs less than reading what they say, right after the import that brought them", async () => {
  await emptyDatabase();
  const provider = await aProvider({ slug: "garden-college" });
  const file = { catalogue, offerings: Array.from({ length: many }, (_, place) => offering(`N${place}`, { description: description() })) };
  const bytes = Buffer.from(JSON.stringify(file));
  const started = await startImport(operator("test"), { providerSlug: "garden-college", fileName: "many.json", bytes });
  if (!started.ok) throw new Error(started.problems[0]?.code);
  await runImport(started.value.importId);

  const known = await db.execute(
    sql`select relname as name from pg_class where relname in ('offerings', 'versions', 'sessions', 'events') and reltuples >= ${many}`,
  );
  expect(known, "tables that the database knows to be large").toHaveLength(4);
  const viewer: Actor = { id: "person:00000000-0000-4000-8000-000000000001", role: "viewer", organisationId: provider.id };
  const [list, documents]: [number[], number[]] = [[], []];
  for (let attempt = 0; attempt < 10; attempt++) {
    list.push(
      await time(async () => {
        const { found, items } = selectKept(await listKept(viewer), keptQuery.parse({}));
        await listLastChanges(items.map(({ id }) => id));
        expect(found).toHaveLength(many);
      }),
    );
    documents.push(await time(() => db.select({ content: versions.content }).from(versions)));
  }
  // Taking turns, so that both suffer alike from what else the machine does. Of five thousand, the list takes some 70 ms.
  expect(Math.min(...list), `${list} against ${documents}`).toBeLessThan(Math.min(...documents));
}, 120_000);
