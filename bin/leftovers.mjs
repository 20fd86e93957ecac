import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { isGoneWithin, processMark, readHolder, takeLock } from "./pid-file.mjs";
import { Failure } from "./progress.mjs";

/** @type {[name: string, signal: NodeJS.Signals][]} who leans on whom decides the order; SIGINT is Postgres's fast shutdown */
const order = [
  ["web", "SIGTERM"],
  ["worker", "SIGTERM"],
  ["meilisearch", "SIGTERM"],
  ["postgres", "SIGINT"],
];

/** @param {string} dataDir */
function launcherLockFile(dataDir) {
  return join(dataDir, "run", "launcher.lock");
}

/**
 * @param {string} dataDir
 * @param {string} [address] where this run will answer
 */
export function lockDataDir(dataDir, address) {
  const holder = takeLock(launcherLockFile(dataDir), address);
  if (!holder) return;
  const where = holder.note ? `, ${holder.note}` : "";
  throw new Failure(
    `Cairn already runs on the data folder ${dataDir} (process ${holder.pid}${where}).`,
    `Use that one, stop it with "kill ${holder.pid}", or give this one a folder and a port of its own: DATA_DIR=.data-2 PORT=3001 npm start`,
  );
}

/** @param {string} dataDir */
export function unlockDataDir(dataDir) {
  rmSync(launcherLockFile(dataDir), { force: true });
}

/**
 * Stops what a launcher that was killed outright left running. Only the holder of the lock may call it.
 * @param {string} dataDir
 * @param {(line: string) => void} log
 */
export async function stopLeftovers(dataDir, log) {
  for (const [name, signal] of order) {
    const file = join(dataDir, "run", `${name}.pid`);
    const holder = readHolder(file);
    if (holder) {
      log(`  An earlier run was cut off and left ${name} (process ${holder.pid}) running; stopping it.`);
      await end(holder.pid, holder.mark, signal);
    }
    rmSync(file, { force: true });
  }
  await settlePostmasterFile(join(dataDir, "postgres", "postmaster.pid"), log);
  rmSync(join(dataDir, "servers.json"), { force: true });
}

/**
 * @param {number} pid
 * @param {string} mark
 * @param {NodeJS.Signals} signal
 */
async function end(pid, mark, signal) {
  process.kill(pid, signal);
  if (await isGoneWithin(pid, mark, 10_000)) return;
  process.kill(pid, "SIGKILL");
  await isGoneWithin(pid, mark, 5000);
}

/**
 * Postgres refuses to start when the number in postmaster.pid is alive, even if by now it is quite another process
 * (usual after a container restarts). When the number is free, the file stays: Postgres itself then checks whether
 * backends of the dead server still hold its shared memory.
 * @param {string} file
 * @param {(line: string) => void} log
 */
async function settlePostmasterFile(file, log) {
  const pid = Number(firstLine(file));
  const mark = pid > 0 ? processMark(pid) : undefined;
  if (!mark) return;
  if (firstLine(`/proc/${pid}/comm`) === "postgres") {
    log(`  Postgres (process ${pid}) still holds the data folder; stopping it.`);
    await end(pid, mark, "SIGINT");
  } else {
    rmSync(file, { force: true });
  }
}

/** @param {string} file */
function firstLine(file) {
  try {
    return readFileSync(file, "utf8").split("\n")[0];
  } catch {
    return "";
  }
}
