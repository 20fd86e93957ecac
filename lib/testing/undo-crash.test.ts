import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { eq, sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { db } from "@/db";
import { imports } from "@/db/schema";
import { type Actor, operator } from "@/lib/auth/permissions";
import { compareIndex } from "@/lib/catalogue/check/commands";
import { startImport } from "@/lib/imports/commands";
import { catalogue, offering } from "@/lib/imports/fixtures/catalogue";
import { countOutcomes } from "@/lib/imports/queries";
import { askUndo } from "@/lib/imports/undo/commands";
import { countUndo } from "@/lib/imports/undo/queries";
import { emptyDatabase } from "@/lib/testing/database";
import { aProvider } from "@/lib/testing/registry";
import { dropIndexes } from "@/lib/testing/search-engine";

/** Some of the file were there before it, and half of those it changes. */
const inFile = 4000;
const there = 400;
const changing = 200;

let worker: ChildProcess | undefined;

function startWorker(): ChildProcess {
  return spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", "lib/cli/worker.ts"], {
    env: { ...process.env, DATABASE_POOL: "10" },
    stdio: "ignore",
  });
}

async function killWorker(): Promise<void> {
  worker?.kill("SIGKILL");
  if (worker && worker.signalCode === null) await once(worker, "exit");
}

afterAll(async () => {
  await killWorker();
  await dropIndexes();
});

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 6000; attempt += 1) {
    if (await holds()) return;
    await pause(25);
  }
  throw new Error(`never happened: ${what}`);
}

async function handIn(offerings: object[]): Promise<string> {
  const bytes = Buffer.from(JSON.stringify({ catalogue, offerings }));
  const started = await startImport(operator("test"), { providerSlug: "garden-college", fileName: "c.json", bytes });
  if (!started.ok) throw new Error(started.problems[0]?.code);
  return started.value.importId;
}

const isDone = async (id: string) => (await db.$count(imports, sql`${imports.id} = ${id} and ${imports.status} = 'done'`)) === 1;
const doneRows = async (id: string) => (await db.select({ done: imports.doneRows }).from(imports).where(eq(imports.id, id)))[0]?.done ?? 0;
const undone = async (id: string) => (await countTakenBack(id))?.done ?? 0;
const indexed = async () => (await db.execute(sql`select from events where indexed_at is null limit 1`)).length === 0;

async function countTakenBack(id: string) {
  const [row] = await db.execute<{ done: number; ended: boolean }>(sql`
    select (select count(*)::int from import_changes where import_id = i.id and undone_at is not null) as done, undone_at is not null as ended from imports i where id = ${id}`);
  return row;
}

/** What the public finds, with its runs. */
async function publicCatalogue() {
  return db.execute(sql`
    select o.external_id as id, o.slug, v.content, (select json_agg(json_build_array(s.external_id, s.starts_on, s.ends_on, s.cancelled_on) order by s.external_id)
      from sessions s where s.offering_id = o.id) as runs
    from offerings o join versions v on v.id = o.current_version_id where o.status = 'published' and o.visible <> '{}' order by o.external_id`);
}

/** Lets the worker die in the middle of its work; the next one goes on from where that was left. */
async function killedAndStartedAgain(progress: () => Promise<number>, all: number): Promise<void> {
  await until("the work is in its middle", async () => (await progress()) > all / 3);
  await killWorker();
  const left = await settled(progress);
  expect(left).toBeLessThan(all);
  worker = startWorker();
  await until("it goes on", async () => {
    const now = await progress();
    expect(now).toBeGreaterThanOrEqual(left);
    return now > left;
  });
}

/** A transaction that was being committed as its process died may still end. */
async function settled(progress: () => Promise<number>): Promise<number> {
  await pause(400);
  return await progress();
}

test("a large import and its undo, each with its worker killed in the middle: whole, then as if it had never been", async () => {
  await emptyDatabase();
  const provider = await aProvider({ slug: "garden-college" });
  const editor: Actor = { id: "person:00000000-0000-4000-8000-000000000009", role: "editor", organisationId: provider.id };
  worker = startWorker();
  const first = await handIn(Array.from({ length: there }, (_, place) => offering(`N${place}`)));
  await until("the first file is in", async () => (await isDone(first)) && (await indexed()));
  const before = await publicCatalogue();
  expect(before).toHaveLength(there);

  const second = await handIn(
    Array.from({ length: inFile }, (_, place) => offering(`N${place}`, place < changing ? { title: { en: `Changed ${place}` } } : {})),
  );
  await killedAndStartedAgain(() => doneRows(second), inFile);
  await until("the import is done", () => isDone(second));
  expect(await doneRows(second)).toBe(inFile);
  expect(await countOutcomes(second)).toEqual({ published: inFile - there, updated: changing, unchanged: there - changing });
  const [counts] = await db.execute(sql`
    select (select count(*)::int from offerings) as offerings, (select count(distinct external_id)::int from offerings) as ids, (select count(*)::int from versions) as versions,
      (select count(*)::int from sessions) as sessions, (select count(*)::int from import_changes where import_id = ${second}) as changes`);
  const written = inFile - there + changing;
  expect(counts).toEqual({ offerings: inFile, ids: inFile, versions: there + written, sessions: inFile, changes: written });
  await until("the index follows", indexed);
  expect(await compareIndex()).toEqual({ missing: [], different: [], extra: [], compared: inFile });

  expect(await askUndo(editor, second)).toEqual({ ok: true, value: null });
  await killedAndStartedAgain(() => undone(second), written);
  await until("the undo is done", async () => (await countTakenBack(second))?.ended === true);
  expect(await countUndo(second)).toMatchObject({ undone: written, changedSince: 0 });
  expect(await publicCatalogue()).toEqual(before);
  const [events] = await db.execute(sql`
    select count(*) filter (where type = 'offering.withdrawn')::int as withdrawn, count(*) filter (where type = 'import.undone')::int as undone from events`);
  expect(events).toEqual({ withdrawn: inFile - there, undone: 1 });
  await until("the index follows the undo", indexed);
  expect(await compareIndex()).toMatchObject({ missing: [], different: [], extra: [] });
}, 240_000);
