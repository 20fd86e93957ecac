import { cpSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { ensureBuilt } from "./build.mjs";
import { runToEnd } from "./child.mjs";
import { findChromium } from "./chromium.mjs";
import { freePort } from "./ports.mjs";
import { say } from "./progress.mjs";
import { environmentOf, root } from "./project.mjs";
import { startServers } from "./servers.mjs";
import { prepareData, startSite } from "./site.mjs";
import { addTo, countCommand, countPlaywright, countVitest } from "./test-counts.mjs";

/**
 * @typedef {object} Run
 * @property {string} folder for this run alone
 * @property {string[]} more what the caller hands on to the runner
 * @property {ReturnType<typeof import("./lifetime.mjs").newLifetime>} life
 *
 * @typedef {import("./test-counts.mjs").Counts} Counts
 */

/** @param {NodeJS.ProcessEnv} env */
function onScreen(env) {
  const stdio = /** @type {["ignore", "inherit", "inherit"]} */ (["ignore", "inherit", "inherit"]);
  return { cwd: root, env, stdio };
}

/**
 * Each part of `npm run check` by itself, so that one run names every fault.
 * @param {Run} run
 * @returns {Promise<Counts>}
 */
export async function check({ more, life }) {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const path = `${join(root, "node_modules", ".bin")}${delimiter}${process.env.PATH}`;
  /** @type {Counts} */
  const counts = { passed: 0, failed: 0, skipped: 0, failures: [] };
  for (const command of scripts.check.split("&&")) {
    if (life.isOver) break;
    const line = [command.trim(), ...more].join(" ");
    say(`> ${line}`);
    const exitCode = await runToEnd("sh", ["-c", line], onScreen({ ...process.env, PATH: path }));
    addTo(counts, countCommand(exitCode, line));
  }
  return counts;
}

/** @param {Run} run */
export async function unit({ folder, more, life }) {
  const servers = await startServers({ dataDir: join(folder, "unit"), durable: false, log: say });
  await life.stopAtEnd(servers.stop);
  const report = join(folder, "unit.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const env = { ...environmentOf(servers), NODE_ENV: /** @type {"test"} */ ("test") };
  const args = ["node_modules/vitest/vitest.mjs", "run", ...reporters, ...more];
  const exitCode = await runToEnd(process.execPath, args, onScreen(env));
  await servers.stop();
  return countVitest(report, exitCode);
}

/**
 * @param {Run} run
 * @returns {Promise<Counts>}
 */
export async function build({ folder }) {
  await ensureBuilt(join(folder, "e2e"));
  return countCommand(0, "build");
}

/** @param {Run} run */
export async function e2e({ folder, more, life }) {
  const chromium = await findChromium();
  // The feeds of the tests are served by the tests themselves, on this machine.
  process.env.HARVEST_ALLOW_PRIVATE = "on";
  const dataDir = join(folder, "e2e");
  const servers = await startServers({ dataDir, durable: false, log: say });
  await life.stopAtEnd(servers.stop);
  const options = { servers, dataDir, port: await freePort() };
  await prepareData(options);
  const site = startSite(options);
  await life.stopAtEnd(site.stop);
  await site.ready();

  const report = join(folder, "e2e.json");
  const env = {
    ...environmentOf(servers),
    BASE_URL: site.url,
    CHROMIUM_PATH: chromium,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  };
  const args = ["node_modules/@playwright/test/cli.js", "test", "--reporter=list,json", ...more];
  const exitCode = await runToEnd(process.execPath, args, onScreen(env));
  await site.stop();
  await servers.stop();
  if (exitCode !== 0) {
    cpSync(join(dataDir, "logs"), join(root, "test-results", "logs"), { recursive: true });
    say("The servers' logs are in test-results/logs.");
  }
  return countPlaywright(report, exitCode);
}
