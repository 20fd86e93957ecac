import { spawnSync } from "node:child_process";
import { client } from "@/db";
import { env } from "@/lib/env";

/** Runs a measurement in a database and in indexes of its own, beside those of the national set, and takes them away again. */
export async function inDatabaseOfItsOwn(name: string, file: string, more: Record<string, string> = {}): Promise<void> {
  const database = `cairn_${name}`;
  const url = new URL(env.DATABASE_URL);
  url.pathname = `/${database}`;
  const inside = { ...process.env, ...more, DATABASE_URL: url.href, INDEX_PREFIX: name };
  const run = (script: string) =>
    spawnSync(process.execPath, ["--conditions=react-server", "--import", "tsx", script], { env: inside, stdio: "inherit" }).status ?? 1;

  await client.unsafe(`drop database if exists ${database} with (force)`);
  await client.unsafe(`create database ${database}`);
  try {
    process.exitCode = run("lib/cli/migrate.ts") || run(file);
  } finally {
    await client.unsafe(`drop database if exists ${database} with (force)`);
    await client.end();
  }
}
