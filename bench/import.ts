import { spawnSync } from "node:child_process";
import { client } from "@/db";
import { env } from "@/lib/env";

/** The import is measured in a database and in indexes of its own, beside those of the national set. */
const name = "cairn_bench_import";
const url = new URL(env.DATABASE_URL);
url.pathname = `/${name}`;
const inside = { ...process.env, DATABASE_URL: url.href, INDEX_PREFIX: "bench_import" };

function run(file: string): number {
  const ran = spawnSync(process.execPath, ["--conditions=react-server", "--import", "tsx", file], { env: inside, stdio: "inherit" });
  return ran.status ?? 1;
}

await client.unsafe(`drop database if exists ${name} with (force)`);
await client.unsafe(`create database ${name}`);
try {
  process.exitCode = run("lib/cli/migrate.ts") || run("bench/import-rates.ts");
} finally {
  await client.unsafe(`drop database if exists ${name} with (force)`);
  await client.end();
}
