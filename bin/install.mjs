import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { runToEnd } from "./child.mjs";
import { openLog } from "./log-file.mjs";
import { underLock } from "./pid-file.mjs";
import { Failure, say, step } from "./progress.mjs";
import { chosenDataDir, createDataDir, projectLockFile, projectNode, root } from "./project.mjs";

const lockFile = join(root, "package-lock.json");
const stampFile = join(root, "node_modules", ".cairn-install-stamp");

/** @typedef {"site" | "tools"} Extent what the site runs on, or also what it is checked, tested and measured with */

/**
 * The binaries are the platform's, so a folder carried to another machine is installed anew.
 * @param {Extent} extent
 */
function stampOf(extent) {
  const hash = createHash("sha256").update(readFileSync(lockFile)).update(`${process.platform}-${process.arch}`);
  return `${hash.digest("hex")} ${extent}`;
}

const stamp = () => (existsSync(stampFile) ? readFileSync(stampFile, "utf8") : undefined);

/** @param {Extent} extent */
function isInstalled(extent) {
  if (!existsSync(projectNode)) return false;
  const present = stamp();
  if (present) return present === stampOf("tools") || present === stampOf(extent);
  return fitsTheLock(extent);
}

/**
 * Somebody who ran npm by hand has no stamp, but npm's own record of what it laid down.
 * @param {Extent} extent
 */
function fitsTheLock(extent) {
  const record = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(record)) return false;
  const wanted = JSON.parse(readFileSync(lockFile, "utf8")).packages;
  const present = JSON.parse(readFileSync(record, "utf8")).packages;

  const isFit = Object.entries(wanted).every(
    ([path, { version, optional, dev }]) =>
      path === "" || (extent === "site" && dev) || present[path]?.version === version || (optional && !present[path]),
  );
  if (isFit) writeFileSync(stampFile, stampOf(extent));
  return isFit;
}

/** @param {Extent} extent */
export async function ensureInstalled(extent) {
  if (isInstalled(extent)) return;
  const onWait = () => say("  Another run is installing the dependencies; waiting for it.");
  await underLock(projectLockFile("install"), onWait, async () => {
    if (isInstalled(extent)) return;
    const isSiteThere = extent === "tools" && isInstalled("site");
    if (isSiteThere) await step("Installing what tests and checks need", () => install(extent, addTools));
    // Whoever had the tools keeps them when the lock changes.
    else await step("Installing dependencies", () => install(stamp()?.endsWith("tools") ? "tools" : extent, installAnew));
  });
}

/**
 * @param {Extent} extent
 * @param {(extent: Extent, logFile: string) => Promise<number>} work
 */
async function install(extent, work) {
  createDataDir(chosenDataDir());
  const logFile = join(chosenDataDir(), "logs", "install.log");
  rmSync(logFile, { force: true });
  const code = await work(extent, logFile);

  if (code !== 0) {
    const remedy = "Check the network and the disk space, then start again.";
    throw new Failure("Installing the dependencies failed.", remedy, logFile);
  }
  if (!existsSync(projectNode)) {
    throw new Failure(
      "npm did not install the Node that Cairn runs on, most likely because it was told to ignore install scripts.",
      'Run "npm ci --ignore-scripts=false" in the project folder, then start again.',
      logFile,
    );
  }
  writeFileSync(stampFile, stampOf(extent));
}

/**
 * Beside what is there: a site that runs meanwhile keeps its files.
 * @param {Extent} extent
 * @param {string} logFile
 */
const addTools = (extent, logFile) => npm(["install", "--no-save"], extent, logFile);

/**
 * @param {Extent} extent
 * @param {string} logFile
 */
async function installAnew(extent, logFile) {
  const code = await npm(["ci"], extent, logFile);
  // npm ci refuses a lock without an entry for each foreign platform's optional packages, which a registry that lacks
  // those leads to; npm install takes the same versions from it and passes over what is not for this platform.
  if (code === 0 || !readFileSync(logFile, "utf8").includes("code EUSAGE")) return code;
  say("  npm ci does not accept package-lock.json as it is: going on with npm install --no-save.");
  return await npm(["install", "--no-save"], extent, logFile);
}

/**
 * @param {string[]} command
 * @param {Extent} extent
 * @param {string} logFile
 * @returns {Promise<number>} the exit code
 */
async function npm(command, extent, logFile) {
  const output = openLog(logFile);
  // The project's own Node lies in the folder that npm ci empties first: take the host's.
  const path = (process.env.PATH ?? "").split(delimiter).filter((part) => !part.startsWith(join(root, "node_modules")));
  const options = {
    cwd: root,
    env: { ...process.env, NODE_ENV: undefined, PATH: path.join(delimiter) },
    stdio: /** @type {["ignore", "pipe", "pipe"]} */ (["ignore", "pipe", "pipe"]),
  };
  try {
    const tools = extent === "tools" ? "--include=dev" : "--omit=dev";
    return await runToEnd("npm", [...command, tools, "--no-audit", "--no-fund"], options, output.follow);
  } catch (error) {
    output.write(String(error));
    return 1;
  } finally {
    await output.close();
  }
}
