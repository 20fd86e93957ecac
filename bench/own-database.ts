import { spawnSync } from "node:child_process";
import { client } from "@/db";
import { env } from "@/lib/env";

type More = Record<string, string>;

/** Runs a script as another process; answers its exit code. */
function runner(name: string, more: More): (script: string, ...args: string[]) => number {
  const url = new URL(env.DATABASE_URL);
  url.pathname = `/cairn_${name}`;
  const inside = { ...process.env, ...more, DATABASE_URL: url.href, INDEX_PREFIX: name };
  return (script, ...args) =>
    spawnSync(process.execPath, ["--conditions=react-server", "--import", "tsx", script, ...args], { env: inside, stdio: "inherit" })
      .status ?? 1;
}

/** Runs a measurement in a database and in indexes of its own, beside those of the national set, and takes them away again. */
export async function inDatabaseOfItsOwn(name: string, file: string, more: More = {}): Promise<void> {
  const run = runner(name, more);
  await client.unsafe(`drop database if exists cairn_${name} with (force)`);
  await client.unsafe(`create database cairn_${name}`);
  try {
    process.exitCode = run("lib/cli/migrate.ts") || run(file);
  } finally {
    await client.unsafe(`drop database if exists cairn_${name} with (force)`);
    await client.end();
  }
}

/** The same where filling takes long: what is there from another run on the same data folder is used again. */
export async function inDatabaseThatStays(name: string, scripts: [string, ...string[]][], more: More = {}): Promise<void> {
  const run = runner(name, more);
  const there = await client`select from pg_database where datname = ${`cairn_${name}`}`;
  if (there.length === 0) await client.unsafe(`create database cairn_${name}`);
  await client.end();
  process.exitCode = 0;
  for (const [script, ...args] of [["lib/cli/migrate.ts"] as [string], ...scripts]) process.exitCode ||= run(script, ...args);
}
