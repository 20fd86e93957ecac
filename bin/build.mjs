import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runToEnd } from "./child.mjs";
import { openLog } from "./log-file.mjs";
import { underLock } from "./pid-file.mjs";
import { Failure, say, step } from "./progress.mjs";
import { projectLockFile, root } from "./project.mjs";

const stampFile = join(root, ".next", "cairn-build-stamp");
const folders = ["app", "components", "config", "db", "lib", "public"];
const rootFile = /^((proxy|instrumentation(-client)?)\.ts|(next|postcss)\.config\..+|package-lock\.json|tsconfig\.json)$/;
const isTest = /\.test\.tsx?$/;

/** A hash of all that the build is made of. */
function sourceStamp() {
  const files = [...readdirSync(root).filter((name) => rootFile.test(name)), ...folders.flatMap((folder) => filesBelow(folder))].sort();
  const hash = createHash("sha256");
  for (const file of files) {
    const content = readFileSync(join(root, file));
    hash.update(`${file}\n${content.length}\n`).update(content);
  }
  return hash.digest("hex");
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function filesBelow(folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((file) => !isTest.test(file) && statSync(join(root, file)).isFile());
}

function isBuilt() {
  return existsSync(stampFile) && readFileSync(stampFile, "utf8") === sourceStamp();
}

/**
 * Builds the site unless the last build was made of the same sources.
 * @param {string} dataDir whose logs get the build's output
 */
export async function ensureBuilt(dataDir, log = say) {
  if (isBuilt()) return;
  const onWait = () => log("  Another run is building the site; waiting for it.");
  await underLock(projectLockFile("build"), onWait, async () => {
    if (!isBuilt()) await step("Building the site (next build)", () => build(dataDir), log);
  });
}

/** @param {string} dataDir */
async function build(dataDir) {
  const logFile = join(dataDir, "logs", "build.log");
  const output = openLog(logFile);
  rmSync(stampFile, { force: true });
  // Taken before: what is edited during the build counts as not yet built.
  const stamp = sourceStamp();
  const options = {
    cwd: root,
    env: { ...process.env, NODE_ENV: /** @type {"production"} */ ("production"), NEXT_TELEMETRY_DISABLED: "1" },
    stdio: /** @type {["ignore", "pipe", "pipe"]} */ (["ignore", "pipe", "pipe"]),
  };
  const code = await runToEnd(process.execPath, ["node_modules/next/dist/bin/next", "build"], options, output.follow);
  await output.close();
  if (code !== 0) throw new Failure("Building the site failed.", "Put right what the build names, then start again.", logFile);
  writeFileSync(stampFile, stamp);
}
