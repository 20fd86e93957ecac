import { rmSync } from "node:fs";
import { join } from "node:path";
import { onInterrupt } from "./interrupt.mjs";
import { newLifetime } from "./lifetime.mjs";
import { explain, Failure, say, secondsSince } from "./progress.mjs";
import { createDataDir } from "./project.mjs";
import { addTo, countCommand } from "./test-counts.mjs";
import { createTestFolder, removeAbandonedFolders } from "./test-folder.mjs";
import { build, check, e2e, unit } from "./test-stages.mjs";

const titles = {
  check: "Checks: style, types, layers, dead code",
  unit: "Unit and integration tests",
  build: "Build",
  e2e: "End-to-end tests",
};
const stages = { check, unit, build, e2e };

/** @typedef {keyof typeof stages} Stage */

/** What the caller's environment says about a site of its own must not reach the site under test. */
const foreign = ["BASE_URL", "PORT", "DATA_DIR", "DEMONSTRATION"];

/**
 * @param {string} chosen
 * @returns {Stage[]}
 */
function stagesFor(chosen) {
  if (!chosen) return ["check", "unit", "build", "e2e"];
  if (chosen === "e2e") return ["build", "e2e"];
  if (chosen === "check" || chosen === "unit" || chosen === "build") return [chosen];
  throw new Failure(`There is no stage "${chosen}".`, "Say: npm test, or npm test -- check, unit, build or e2e.");
}

/** @param {string[]} args a stage, then what its runner gets */
export async function runTests([chosen = "", ...more]) {
  const wanted = stagesFor(chosen);
  for (const name of foreign) delete process.env[name];
  await removeAbandonedFolders();

  const folder = createTestFolder();
  createDataDir(join(folder, "e2e"));
  const life = newLifetime();
  /** @type {import("./test-counts.mjs").Counts} */
  const total = { passed: 0, failed: 0, skipped: 0, failures: [] };

  const work = runStages(wanted, { folder, more, life }, total);
  const finish = async (/** @type {number} */ exitCode) => {
    await life.end(work);
    rmSync(folder, { recursive: true, force: true });
    for (const failure of total.failures) say(`✗ ${failure}`);
    say(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
    process.exit(exitCode);
  };
  const asked = () => {
    if (life.isOver) return;
    say("\nInterrupted: cleaning up …");
    void finish(130);
  };
  onInterrupt(asked);

  await work;
  if (!life.isOver) await finish(total.failed > 0 ? 1 : 0);
}

/**
 * @param {Stage[]} wanted
 * @param {import("./test-stages.mjs").Run} run
 * @param {import("./test-counts.mjs").Counts} total
 */
async function runStages(wanted, run, total) {
  let isBuilt = true;
  for (const stage of wanted) {
    if (run.life.isOver) return;
    say(`\n━━ ${titles[stage]} ━━`);
    if (stage === "e2e" && !isBuilt) {
      const why = "End-to-end tests: not run, as there is no build";
      say(why);
      addTo(total, { passed: 0, failed: 1, skipped: 0, failures: [why] });
      continue;
    }
    const since = performance.now();
    const more = stage === wanted.at(-1) ? run.more : [];
    const counts = await runStage(stage, { ...run, more });
    if (stage === "build") isBuilt = counts.failed === 0;
    addTo(total, counts);
    say(`${titles[stage]}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped in ${secondsSince(since)}`);
  }
}

/**
 * @param {Stage} stage
 * @param {import("./test-stages.mjs").Run} run
 */
async function runStage(stage, run) {
  try {
    return await stages[stage](run);
  } catch (error) {
    if (!run.life.isOver) explain(error);
    return countCommand(1, `${titles[stage]}: could not be run`);
  }
}
