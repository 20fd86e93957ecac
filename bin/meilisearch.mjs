import { chmodSync, mkdirSync } from "node:fs";
import { totalmem } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { keepRunning } from "./child.mjs";
import { meilisearchProgram } from "./meilisearch-program.mjs";
import { freePort } from "./ports.mjs";
import { Failure } from "./progress.mjs";
import { secret } from "./secret.mjs";

/**
 * @param {{ dataDir: string, log: (line: string) => void }} options
 */
export async function startMeilisearch({ dataDir, log }) {
  const program = await meilisearchProgram(dataDir);
  const folder = join(dataDir, "meilisearch");
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o700);

  const key = secret(join(dataDir, "meilisearch-key"));
  const url = `http://127.0.0.1:${await freePort()}`;
  const child = keepRunning(
    {
      name: "meilisearch",
      command: program,
      args: [
        ...["--env", "production", "--no-analytics", "--http-addr", url.replace("http://", "")],
        ...["--db-path", join(folder, "data"), "--dump-dir", join(folder, "dumps"), "--snapshot-dir", join(folder, "snapshots")],
        ...["--max-indexing-threads", "2", "--max-indexing-memory", `${indexingMegabytes()}MiB`],
      ],
      // The key goes by the environment: arguments show in every user's list of processes.
      options: { cwd: folder, env: { PATH: process.env.PATH, MEILI_MASTER_KEY: key, NO_COLOR: "1" } },
    },
    dataDir,
    log,
  );
  try {
    await settle(url, child);
    return { child, url, key };
  } catch (error) {
    await child.stop();
    throw error;
  }
}

/** A quarter of the machine, within what the demonstration can use. */
function indexingMegabytes() {
  const quarter = Math.floor(totalmem() / 4 / 1024 / 1024);
  return Math.max(256, Math.min(2048, quarter));
}

/**
 * @param {string} url
 * @param {ReturnType<typeof keepRunning>} child
 */
async function settle(url, child) {
  const until = performance.now() + 60_000;
  for (;;) {
    const answer = await fetch(`${url}/health`, { signal: AbortSignal.timeout(2000) }).catch(() => undefined);
    if (answer?.ok) return;
    if (child.deaths > 0 || performance.now() > until) {
      throw new Failure(
        "The embedded Meilisearch does not start.",
        "Read the message above, or point MEILISEARCH_URL and MEILISEARCH_KEY at a Meilisearch of your own.",
        child.logFile,
      );
    }
    await pause(100);
  }
}
