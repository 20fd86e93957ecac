import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db";
import { imports } from "@/db/schema";
import { operator } from "@/lib/auth/permissions";
import { resumeImports, startImport } from "@/lib/imports/commands";
import { catalogue, offering } from "@/lib/imports/fixtures/catalogue";
import { countOutcomes } from "@/lib/imports/queries";
import { runImport } from "@/lib/jobs/import-catalogue";
import { emptyDatabase } from "@/lib/testing/database";
import { kill, startWorker } from "@/lib/testing/processes";
import { aProvider, type TestProvider } from "@/lib/testing/registry";

const actor = operator("test");
let provider: TestProvider;

beforeEach(async () => {
  await emptyDatabase();
  provider = await aProvider({ slug: "garden-college" });
});

const many = { catalogue, offerings: Array.from({ length: 1500 }, (_, index) => offering(`N${index}`)) };

test("two workers on one import, and two imports of one file, double nothing", async () => {
  const bytes = Buffer.from(JSON.stringify({ ...many, offerings: many.offerings.slice(0, 600) }));
  const [first, second] = await Promise.all(
    [1, 2].map(() => startImport(actor, { providerSlug: provider.slug, fileName: "many.json", bytes })),
  );
  if (!first?.ok || !second?.ok) throw new Error("not started");
  await Promise.all([runImport(first.value.importId), runImport(first.value.importId), runImport(second.value.importId)]);
  const [counts] = await db.execute(
    sql`select (select count(*) from offerings)::int as offerings, (select count(*) from versions)::int as versions, (select count(*) from sessions)::int as sessions, (select count(*) from import_rows)::int as rows`,
  );
  expect(counts).toEqual({ offerings: 600, versions: 600, sessions: 600, rows: 1200 });
});

test("kill -9 in the middle: another goes on, nothing is lost or doubled", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "cairn-import-"));
  writeFileSync(path.join(folder, "many.json"), JSON.stringify(many));
  const child = spawn(
    process.execPath,
    ["--conditions=react-server", "--import", "tsx", "lib/cli/import-catalogue.ts", "--provider", provider.slug, "many.json"],
    {
      env: { ...process.env, INIT_CWD: folder },
      stdio: "ignore",
    },
  );
  let done = 0;
  while (done === 0 && child.exitCode === null) {
    await pause(5);
    done = (await db.select({ done: imports.doneGroups }).from(imports))[0]?.done ?? 0;
  }
  child.kill("SIGKILL");
  await once(child, "exit");
  const [left] = await db.select({ id: imports.id, status: imports.status, done: imports.doneGroups }).from(imports);
  expect(left).toMatchObject({ status: "running" });
  expect(left?.done).toBeLessThan(1500);

  await pause(300);
  expect(await resumeImports()).toBe(1);
  await runImport(left?.id ?? "");
  expect(await countOutcomes(left?.id ?? "")).toEqual({ published: 1500 });
  const [counts] = await db.execute(
    sql`select (select count(*) from offerings)::int as offerings, (select count(*) from versions)::int as versions, (select count(*) from sessions)::int as sessions, (select count(*) from events where type = 'offering.published')::int as events`,
  );
  expect(counts).toEqual({ offerings: 1500, versions: 1500, sessions: 1500, events: 1500 });
}, 120_000);

test("a file that takes its worker down with it is given up after three tries, and the worker goes on with others", async () => {
  const start = async (fileName: string, file: unknown) => {
    const started = await startImport(actor, { providerSlug: provider.slug, fileName, bytes: Buffer.from(JSON.stringify(file)) });
    if (!started.ok) throw new Error(started.problems[0]?.code);
    return started.value.importId;
  };
  const stateOf = async (id: string) => (await db.select().from(imports).where(eq(imports.id, id)))[0];
  const filler = "Reads a soil map, and says what it is good for. ".repeat(40);
  const large = { catalogue, offerings: Array.from({ length: 12_000 }, (_, n) => offering(`L${n}`, { description: { en: filler } })) };
  const deadly = await start("deadly.json", large);
  for (const attempt of [1, 2, 3]) {
    const worker = startWorker();
    for (let tries = 0; (await stateOf(deadly))?.attempts !== attempt && tries < 6000; tries++) await pause(5);
    await kill(worker);
    expect(await stateOf(deadly)).toMatchObject({ attempts: attempt, doneGroups: 0 });
    await pause(300);
  }
  const harmless = await start("harmless.json", { catalogue, offerings: [offering("A")] });
  const worker = startWorker();
  for (let tries = 0; tries < 600 && !((await stateOf(deadly))?.finishedAt && (await stateOf(harmless))?.finishedAt); tries++)
    await pause(50);
  await kill(worker);
  expect(await stateOf(deadly)).toMatchObject({ status: "failed", failure: "importKeepsFailing", doneGroups: 0 });
  expect(await stateOf(harmless)).toMatchObject({ status: "done", attempts: 0 });
}, 120_000);
