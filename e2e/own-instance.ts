import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect } from "@playwright/test";
import postgres from "postgres";
import { freePort } from "@/bin/ports.mjs";
import { commandArguments, environmentOf } from "@/bin/project.mjs";
import { startServers } from "@/bin/servers.mjs";
import { prepareData } from "@/bin/site.mjs";

type Part = "web" | "worker";

/** A whole instance with servers of its own, whose processes a test may kill: nobody starts them again but the test. */
export async function startOwnInstance() {
  const folder = mkdtempSync(path.join(tmpdir(), "cairn-killed-"));
  const dataDir = path.join(folder, "data");
  const servers = await startServers({ dataDir, durable: false });
  const port = await freePort();
  const url = `http://localhost:${port}`;
  await prepareData({ servers, dataDir, port, log: () => undefined });
  const env = {
    ...environmentOf(servers),
    NODE_ENV: "production" as const,
    NODE_OPTIONS: "--dns-result-order=ipv4first",
    WEB_PROCESSES: "1",
    PORT: String(port),
    BASE_URL: url,
    SITE_URL: url,
    AUTH_SECRET: "a-secret-of-thirty-two-characters-or-more",
  };
  const sql = postgres(servers.databaseUrl, { max: 2, onnotice: () => undefined });
  const running = new Map<Part, ChildProcess>();
  const command = (name: string, ...more: string[]) => commandArguments(name, more);

  async function start(part: Part): Promise<void> {
    const args = part === "web" ? [path.join("bin", "web.mjs")] : command("worker");
    running.set(part, spawn(process.execPath, args, { env, stdio: "ignore" }));
    if (part === "web") await expect(async () => expect((await fetch(`${url}/api/health`)).status).toBe(200)).toPass({ timeout: 40_000 });
  }

  async function kill(part: Part): Promise<void> {
    const child = running.get(part);
    running.delete(part);
    if (!child) return;
    child.kill("SIGKILL");
    if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  }

  /** Runs a command to its end; what it said, and how it ended. */
  async function run(name: string, ...more: string[]): Promise<{ code: number | null; said: string }> {
    const child = spawn(process.execPath, command(name, ...more), { env, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (piece) => (said += piece));
    const [code] = await once(child, "close");
    return { code, said };
  }

  async function stop(): Promise<void> {
    await Promise.all([kill("web"), kill("worker")]);
    await sql.end({ timeout: 1 });
    await servers.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return { url, sql, start, kill, run, stop };
}

export type OwnInstance = Awaited<ReturnType<typeof startOwnInstance>>;

export async function until(what: string, holds: () => Promise<boolean>, patience = 120_000): Promise<void> {
  for (const end = Date.now() + patience; Date.now() < end; await pause(20)) if (await holds()) return;
  throw new Error(`never happened: ${what}`);
}
