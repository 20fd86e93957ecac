import { existsSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { root } from "./project.mjs";

/** @typedef {{ passed: number, failed: number, skipped: number, failures: string[] }} Counts `failures` names each that failed and why */

/**
 * @param {number} exitCode
 * @param {string} name
 * @returns {Counts} of a command that is one test as a whole
 */
export function countCommand(exitCode, name) {
  if (exitCode === 0) return { passed: 1, failed: 0, skipped: 0, failures: [] };
  return { passed: 0, failed: 1, skipped: 0, failures: [name] };
}

/**
 * @param {Counts} total
 * @param {Counts} counts
 */
export function addTo(total, { passed, failed, skipped, failures }) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  total.failures.push(...failures);
}

/**
 * @param {string} file what vitest's JSON reporter wrote
 * @param {number} exitCode
 */
export function countVitest(file, exitCode) {
  return countReport(file, exitCode, "The unit tests", (report) => {
    const failures = report.testResults.flatMap((/** @type {any} */ result) => {
      const place = relative(root, result.name);
      const failed = result.assertionResults.filter((/** @type {any} */ test) => test.status === "failed");
      // A file that could not be loaded fails without a single failed test in it.
      if (result.status === "failed" && failed.length === 0) return [named(place, result.message)];
      return failed.map((/** @type {any} */ test) => named(`${place} › ${test.fullName}`, test.failureMessages[0]));
    });
    const skipped = report.numPendingTests + report.numTodoTests;
    return { passed: report.numPassedTests, failed: failures.length, skipped, failures };
  });
}

/**
 * @param {string} file what Playwright's JSON reporter wrote
 * @param {number} exitCode
 */
export function countPlaywright(file, exitCode) {
  return countReport(file, exitCode, "The end-to-end tests", ({ stats, suites }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
    failures: suites.flatMap(unexpected),
  }));
}

/**
 * @param {any} suite of Playwright's report, with suites in it
 * @returns {string[]}
 */
function unexpected({ suites = [], specs = [] }) {
  const own = specs.filter((/** @type {any} */ spec) => !spec.ok);
  const here = own.map((/** @type {any} */ spec) => {
    const results = spec.tests.flatMap((/** @type {any} */ test) => test.results);
    return named(`e2e/${spec.file}:${spec.line} › ${spec.title}`, results.find((/** @type {any} */ result) => result.error)?.error.message);
  });
  return [...here, ...suites.flatMap(unexpected)];
}

/**
 * @param {string} test
 * @param {string} [message] of which the first line says enough to look for the rest
 */
function named(test, message = "") {
  const [first = ""] = stripVTControlCharacters(message).trim().split("\n");
  return first ? `${test}: ${first}` : test;
}

/**
 * A runner that ended badly without saying which test failed counts as one failure, never as none.
 * @param {string} file
 * @param {number} exitCode
 * @param {string} runner
 * @param {(report: any) => Counts} read
 * @returns {Counts}
 */
function countReport(file, exitCode, runner, read) {
  const silent = `${runner} ended badly without saying which`;
  if (!existsSync(file)) return countCommand(exitCode || 1, silent);
  const counts = read(JSON.parse(readFileSync(file, "utf8")));
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1, failures: [silent] } : counts;
}
