import { createHash } from "node:crypto";
import { existsSync, mkdirSync } from "node:fs";
import { tmpdir, totalmem } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Failure } from "./progress.mjs";

export const root = fileURLToPath(new URL("..", import.meta.url)).replace(/\/$/, "");

/** The Node that Cairn runs on; its install brings it along. */
export const projectNode = join(root, "node_modules", "node", "bin", "node");

/** Variables that are already set win over the file. */
export function loadEnvFile() {
  const file = join(root, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
}

export function chosenDataDir() {
  return resolve(root, process.env.DATA_DIR || ".data");
}

/** @returns {number} 0 means: any free port */
export function chosenPort() {
  const given = process.env.PORT || "3000";
  const port = Number(given);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  throw new Failure(`PORT is "${given}".`, "Give a number from 1 to 65535, or 0 for any free port.");
}

/** How many web processes share the port. */
export function chosenWebProcesses() {
  const given = process.env.WEB_PROCESSES || "1";
  const count = Number(given);
  if (Number.isInteger(count) && count >= 1 && count <= 64) return count;
  throw new Failure(`WEB_PROCESSES is "${given}".`, "Give a number from 1 to 64.");
}

/** How many proxies of the operator's own a request passes before it reaches the web process. */
export function chosenProxies() {
  const given = process.env.TRUSTED_PROXIES || "1";
  const count = Number(given);
  if (Number.isInteger(count) && count >= 0 && count <= 9) return count;
  throw new Failure(`TRUSTED_PROXIES is "${given}".`, "Give the number of proxies in front of the web process, from 0 to 9.");
}

/** How many megabytes of drawn pages a web process keeps: an eighth of the machine's unless chosen; 0 keeps none. */
export function chosenStoreSize() {
  const given = process.env.PAGE_STORE_MB || String(Math.min(65_536, Math.round(totalmem() / 8 / 1024 ** 2)));
  const size = Number(given);
  if (Number.isInteger(size) && size >= 0 && size <= 65_536) return size;
  throw new Failure(`PAGE_STORE_MB is "${given}".`, "Give a whole number of megabytes, or 0 to keep no pages.");
}

/** Whether pages are drawn while the site is idle, before anybody asks for them. */
export function choosesDrawingAhead() {
  const given = process.env.DRAW_AHEAD || "on";
  if (given === "on" || given === "off") return given === "on" && chosenStoreSize() > 0;
  throw new Failure(`DRAW_AHEAD is "${given}".`, "Give on or off.");
}

/** Servers that somebody else runs, which switch the embedded ones off. */
export function externalServers() {
  const { DATABASE_URL, MIGRATION_DATABASE_URL, MEILISEARCH_URL, MEILISEARCH_KEY } = process.env;
  return {
    databaseUrl: DATABASE_URL,
    migrationUrl: MIGRATION_DATABASE_URL,
    meilisearchUrl: MEILISEARCH_URL,
    meilisearchKey: MEILISEARCH_KEY,
  };
}

/**
 * As the owner of the database: for tests and tools.
 * @param {{ databaseUrl: string, meilisearchUrl: string, meilisearchKey: string }} servers
 */
export function environmentOf(servers) {
  return {
    ...process.env,
    NEXT_TELEMETRY_DISABLED: "1",
    DATABASE_URL: servers.databaseUrl,
    MEILISEARCH_URL: servers.meilisearchUrl,
    MEILISEARCH_KEY: servers.meilisearchKey,
  };
}

/**
 * As the running application. Who migrates is told the owner's address besides.
 * @param {{ databaseUrl: string, appUrl: string, meilisearchUrl: string, meilisearchKey: string }} servers
 * @param {{ migrates?: boolean }} [as]
 */
export function applicationEnvironment(servers, { migrates = false } = {}) {
  const owner = migrates ? servers.databaseUrl : undefined;
  return { ...environmentOf(servers), DATABASE_URL: servers.appUrl, MIGRATION_DATABASE_URL: owner };
}

/**
 * TypeScript commands run as they are; the condition makes `server-only` an empty module outside Next.
 * @param {string} name
 * @param {string[]} more
 */
export function commandArguments(name, more = []) {
  return ["--conditions=react-server", "--import", "tsx", join("lib", "cli", `${name}.ts`), ...more];
}

/** @param {string} dir */
export function createDataDir(dir) {
  try {
    // Others may pass through but not list: under root, Postgres runs as another user and its folder lies below.
    mkdirSync(join(dir, "run"), { recursive: true, mode: 0o711 });
    mkdirSync(join(dir, "logs"), { recursive: true, mode: 0o711 });
  } catch (error) {
    throw new Failure(
      `The data folder ${dir} cannot be written (${/** @type {Error} */ (error).message}).`,
      "Choose another folder with DATA_DIR, or give this one to the user who starts Cairn.",
    );
  }
}

/**
 * A lock file that stays when node_modules or .next are emptied, one for each user and checkout.
 * @param {string} what
 */
export function projectLockFile(what) {
  const name = createHash("sha256").update(root).digest("hex").slice(0, 12);
  return join(tmpdir(), `cairn-${process.getuid?.() ?? 0}-${name}-${what}.lock`);
}
