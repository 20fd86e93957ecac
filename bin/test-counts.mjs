import { existsSync, readFileSync } from "node:fs";

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * @param {number} exitCode
 * @returns {Counts} of a command that is one test as a whole
 */
export function countCommand(exitCode) {
  return { passed: exitCode === 0 ? 1 : 0, failed: exitCode === 0 ? 0 : 1, skipped: 0 };
}

/**
 * @param {string} file what vitest's JSON reporter wrote
 * @param {number} exitCode
 */
export function countVitest(file, exitCode) {
  return countReport(file, exitCode, (report) => {
    // A file that could not be loaded fails without a single failed test in it.
    const brokenFiles = report.testResults.filter(
      (/** @type {any} */ result) =>
        result.status === "failed" && !result.assertionResults.some((/** @type {any} */ test) => test.status === "failed"),
    ).length;
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + brokenFiles,
      skipped: report.numPendingTests + report.numTodoTests,
    };
  });
}

/**
 * @param {string} file what Playwright's JSON reporter wrote
 * @param {number} exitCode
 */
export function countPlaywright(file, exitCode) {
  return countReport(file, exitCode, ({ stats }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  }));
}

/**
 * A runner that ended badly without saying which test failed counts as one failure, never as none.
 * @param {string} file
 * @param {number} exitCode
 * @param {(report: any) => Counts} read
 * @returns {Counts}
 */
function countReport(file, exitCode, read) {
  if (!existsSync(file)) return countCommand(exitCode || 1);
  const counts = read(JSON.parse(readFileSync(file, "utf8")));
  if (exitCode !== 0 && counts.failed === 0) counts.failed = 1;
  return counts;
}
