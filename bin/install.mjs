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

/** The binaries are the platform's, so a folder carried to another machine is installed anew. */
function wantedStamp() {
  return createHash("sha256").update(readFileSync(lockFile)).update(`${process.platform}-${process.arch}`).digest("hex");
}

function isInstalled() {
  if (!existsSync(projectNode)) return false;
  if (existsSync(stampFile)) return readFileSync(stampFile, "utf8") === wantedStamp();
  return fitsTheLock();
}

/** Somebody who ran npm by hand has no stamp, but npm's own record of what it laid down. */
function fitsTheLock() {
  const record = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(record)) return false;
  const wanted = JSON.parse(readFileSync(lockFile, "utf8")).packages;
  const present = JSON.parse(readFileSync(record, "utf8")).packages;

  const isFit = Object.entries(wanted).every(
    ([path, { version, optional }]) => path === "" || present[path]?.version === version || (optional && !present[path]),
  );
  if (isFit) writeFileSync(stampFile, wantedStamp());
  return isFit;
}

export async function ensureInstalled() {
  if (isInstalled()) return;
  const onWait = () => say("  Another run is installing the dependencies; waiting for it.");
  await underLock(projectLockFile("install"), onWait, async () => {
    if (!isInstalled()) await step("Installing dependencies", install);
  });
}

async function install() {
  createDataDir(chosenDataDir());
  const logFile = join(chosenDataDir(), "logs", "install.log");
  rmSync(logFile, { force: true });
  let code = await npm(["ci"], logFile);
  // npm ci refuses a lock without an entry for each foreign platform's optional packages, which a registry that lacks
  // those leads to; npm install takes the same versions from it and passes over what is not for this platform.
  if (code !== 0 && readFileSync(logFile, "utf8").includes("code EUSAGE")) {
    say("  npm ci does not accept package-lock.json as it is: going on with npm install --no-save.");
    code = await npm(["install", "--no-save"], logFile);
  }

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
  writeFileSync(stampFile, wantedStamp());
}

/**
 * @param {string[]} command
 * @param {string} logFile
 * @returns {Promise<number>} the exit code
 */
async function npm(command, logFile) {
  const output = openLog(logFile);
  // The project's own Node lies in the folder that npm ci empties first: take the host's.
  const path = (process.env.PATH ?? "").split(delimiter).filter((part) => !part.startsWith(join(root, "node_modules")));
  const options = {
    cwd: root,
    env: { ...process.env, NODE_ENV: undefined, PATH: path.join(delimiter) },
    stdio: /** @type {["ignore", "pipe", "pipe"]} */ (["ignore", "pipe", "pipe"]),
  };
  try {
    return await runToEnd("npm", [...command, "--include=dev", "--no-audit", "--no-fund"], options, output.follow);
  } catch (error) {
    output.write(String(error));
    return 1;
  } finally {
    await output.close();
  }
}
