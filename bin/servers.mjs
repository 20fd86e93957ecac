import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { lockDataDir, stopLeftovers, unlockDataDir } from "./leftovers.mjs";
import { startMeilisearch } from "./meilisearch.mjs";
import { processMark } from "./pid-file.mjs";
import { startPostgres } from "./postgres.mjs";
import { createDataDir } from "./project.mjs";

/**
 * @typedef {object} Servers
 * @property {string} databaseUrl as the owner, who migrates
 * @property {string} appUrl as the running application, which can rewrite nothing that the register keeps
 * @property {string} meilisearchUrl
 * @property {string} meilisearchKey
 * @property {number | undefined} postgresPid undefined where somebody else runs it
 * @property {number | undefined} meilisearchPid
 * @property {() => Promise<void>} stop
 */

/**
 * Starts Postgres and Meilisearch with their data under one folder, which is locked until they are stopped.
 * @param {object} options
 * @param {string} options.dataDir
 * @param {boolean} [options.durable] false gives up safety against power cuts for speed: for tests
 * @param {(line: string) => void} [options.log]
 * @param {{ databaseUrl?: string | undefined, migrationUrl?: string | undefined, meilisearchUrl?: string | undefined, meilisearchKey?: string | undefined }} [options.external]
 *   servers to use in place of embedded ones
 * @returns {Promise<Servers>}
 */
export async function startServers({ dataDir, durable = true, log = () => {}, external = {} }) {
  createDataDir(dataDir);
  lockDataDir(dataDir);
  await stopLeftovers(dataDir, log);
  const [postgres, meilisearch] = await bothOrNeither(
    external.databaseUrl ? undefined : startPostgres({ dataDir, durable, log }),
    external.meilisearchUrl ? undefined : startMeilisearch({ dataDir, log }),
  ).catch((error) => {
    unlockDataDir(dataDir);
    throw error;
  });
  const file = join(dataDir, "servers.json");
  const servers = {
    databaseUrl: postgres?.url ?? "",
    appUrl: postgres?.appUrl ?? "",
    ...databasesOf(external),
    meilisearchUrl: external.meilisearchUrl ?? meilisearch?.url ?? "",
    meilisearchKey: external.meilisearchUrl ? (external.meilisearchKey ?? "") : (meilisearch?.key ?? ""),
    get postgresPid() {
      return postgres?.child.pid;
    },
    get meilisearchPid() {
      return meilisearch?.child.pid;
    },
    async stop() {
      rmSync(file, { force: true });
      await meilisearch?.child.stop();
      await postgres?.child.stop();
      unlockDataDir(dataDir);
    },
  };
  const record = () => {
    const marks = { launcherPid: process.pid, launcherMark: processMark(process.pid) };
    writeFileSync(`${file}.new`, JSON.stringify({ ...servers, ...marks }, null, 2), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  };
  if (postgres) postgres.child.onStart = record;
  if (meilisearch) meilisearch.child.onStart = record;
  record();
  return servers;
}

/**
 * The addresses of a database of one's own: where only one is named, its role is owner and application in one.
 * @param {{ databaseUrl?: string | undefined, migrationUrl?: string | undefined }} external
 */
export function databasesOf({ databaseUrl, migrationUrl }) {
  return databaseUrl ? { databaseUrl: migrationUrl || databaseUrl, appUrl: databaseUrl } : {};
}

/**
 * The servers that another process runs on this data folder now.
 * @param {string} dataDir
 * @returns {Omit<Servers, "stop"> | undefined}
 */
export function findRunningServers(dataDir) {
  const file = join(dataDir, "servers.json");
  if (!existsSync(file)) return undefined;
  const { launcherPid, launcherMark, ...servers } = JSON.parse(readFileSync(file, "utf8"));
  return launcherMark && processMark(launcherPid) === launcherMark ? servers : undefined;
}

/**
 * Starts two servers side by side; when one fails, stops the other before it says so.
 * @template P, M
 * @param {Promise<P> | undefined} first
 * @param {Promise<M> | undefined} second
 */
async function bothOrNeither(first, second) {
  const [one, other] = await Promise.allSettled([first, second]);
  if (one.status === "fulfilled" && other.status === "fulfilled") {
    return /** @type {[P | undefined, M | undefined]} */ ([one.value, other.value]);
  }
  for (const started of [one, other]) {
    if (started.status === "fulfilled") await /** @type {any} */ (started.value)?.child.stop();
  }
  throw one.status === "rejected" ? one.reason : /** @type {PromiseRejectedResult} */ (other).reason;
}
