import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Servers, startServers } from "@/bin/servers.mjs";

/** Servers and workers of its own, since it kills them: a file goes in while each of them dies, and must come out whole. */
const offerings = 4000;
const folder = mkdtempSync(path.join(tmpdir(), "cairn-crash-"));
const file = path.join(folder, "catalogue.csv");

let servers: Servers;
let sql: postgres.Sql;
let worker: ChildProcess | undefined;
let ending = false;

function run(name: string, ...args: string[]): ChildProcess {
  const env = {
    ...process.env,
    DATABASE_URL: servers.databaseUrl,
    MEILISEARCH_URL: servers.meilisearchUrl,
    MEILISEARCH_KEY: servers.meilisearchKey,
    INDEX_PREFIX: "crash",
    DATABASE_POOL: "10",
  };
  return spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", `lib/cli/${name}.ts`, ...args], {
    env,
    cwd: process.cwd(),
    stdio: "pipe",
  });
}

function ended(child: ChildProcess): Promise<{ code: number | null; said: string }> {
  let said = "";
  child.stdout?.on("data", (data) => {
    said += data;
  });
  child.stderr?.on("data", (data) => {
    said += data;
  });
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, said })));
}

/** As a supervisor does: a worker that dies is started again. */
function keepWorking(): void {
  worker = run("worker");
  worker.on("exit", () => setTimeout(() => !ending && keepWorking(), 300));
}

/** Asks again while the database is being restarted. */
async function ask<T>(question: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await question();
    } catch (fault) {
      if (attempt > 100) throw fault;
      await pause(200);
    }
  }
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (await ask(holds)) return;
    await pause(150);
  }
  throw new Error(`never happened: ${what}`);
}

beforeAll(async () => {
  servers = await startServers({ dataDir: path.join(folder, "data"), durable: false });
  expect(await ended(run("migrate"))).toMatchObject({ code: 0 });
  sql = postgres(servers.databaseUrl, { max: 2, onnotice: () => undefined });
  await sql`insert into organisations (id, slug, roles, country, nuts) values
    ('00000000-0000-4000-8000-000000000001', 'crash-college', '{provider}', 'BE', 'BE234'), ('00000000-0000-4000-8000-000000000002', 'crash-authority', '{competent-authority}', 'BE', 'BE100')`;
  const [decision] = await sql`insert into decisions (kind, authority_id, organisation_id, decided_on, effective_from)
    values ('register', '00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-000000000001', '2020-01-01', '2020-01-01') returning id`;
  await sql`insert into registrations (provider_id, authority_id, status, valid, recorded, decision_id)
    values ('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002', 'registered', '[2020-01-01,)', '[2020-01-01,)', ${decision?.id})`;
  await sql`insert into accreditations (key, organisation_id, accrediting_body_id, title, type, standard, valid, open_ended, recorded)
    values ('crash', '00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002', '{"en": "Licence"}', 'institutional-license', 'other', '[2020-01-01,)', true, '[2020-01-01,)')`;

  const header =
    "id;language;title;summary;outcomes;ects;eqf;fields;modes;assessment;awarding_bodies;quality;languages;session_id;starts;ends;price";
  const rows = Array.from(
    { length: offerings },
    (_, n) =>
      `C-${n};en;Welding course ${n};Learn to weld part ${n};Welds seam ${n} safely;${(n % 9) + 1};${(n % 4) + 3};0715;onsite;practical;Crash College;other;en;s1;2030-01-${String((n % 27) + 1).padStart(2, "0")};2030-03-01;${n % 500}`,
  );
  writeFileSync(file, [header, ...rows].join("\n"));
});

afterAll(async () => {
  ending = true;
  worker?.kill("SIGKILL");
  await sql?.end({ timeout: 1 });
  await servers?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("an import and its indexing survive kill -9 of the worker, of Meilisearch and of Postgres: nothing lost, nothing doubled", async () => {
  keepWorking();
  // Whoever handed the file in goes away; the worker goes on.
  const command = run("import-catalogue", "--provider", "crash-college", file);
  const done = async () => Number((await sql`select coalesce(max(done_rows), 0) as done from imports`)[0]?.done);
  await until("the import begins", async () => (await done()) > 0);
  command.kill("SIGKILL");

  worker?.kill("SIGKILL");
  const before = await ask(done);
  await until("the import goes on after the worker was killed", async () => (await done()) > before);
  if (servers.meilisearchPid) process.kill(servers.meilisearchPid, "SIGKILL");
  await pause(400);
  if (servers.postgresPid) process.kill(servers.postgresPid, "SIGKILL");
  await until("the import is done", async () => (await sql`select from imports where status = 'done'`).length === 1);

  // And once more while the index catches up.
  worker?.kill("SIGKILL");
  if (servers.meilisearchPid) process.kill(servers.meilisearchPid, "SIGKILL");
  await until("the index has everything", async () => (await sql`select from events where indexed_at is null limit 1`).length === 0);

  const [counted] = await ask(
    () => sql`select count(*)::int as offerings, count(distinct external_id)::int as ids, (select count(*)::int from versions) as versions,
    (select count(*)::int from sessions) as sessions, (select count(*)::int from import_rows) as rows from offerings where status = 'published'`,
  );
  expect(counted).toEqual({ offerings, ids: offerings, versions: offerings, sessions: offerings, rows: offerings });
  expect(await ended(run("check-index"))).toMatchObject({
    code: 0,
    said: expect.stringContaining(`${offerings} offerings compared: 0 missing, 0 different, 0 too many`),
  });
}, 240_000);
