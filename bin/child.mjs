import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { openLog } from "./log-file.mjs";
import { isGoneWithin, processMark, writeHolder } from "./pid-file.mjs";

/**
 * @typedef {object} Program
 * @property {string} name of the log file, the pid file and in messages
 * @property {string} command
 * @property {string[]} args
 * @property {import("node:child_process").SpawnOptions} [options]
 * @property {NodeJS.Signals} [stopSignal]
 * @property {number} [patience] milliseconds to end by itself before it is killed
 */

const longestPause = 10_000;

/**
 * Keeps a program running: when it dies it is started again, after a pause that grows with each death in a row.
 * @param {Program} program
 * @param {string} dataDir
 * @param {(line: string) => void} log
 */
export function keepRunning(program, dataDir, log) {
  const logFile = join(dataDir, "logs", `${program.name}.log`);
  const pidFile = join(dataDir, "run", `${program.name}.pid`);
  const output = openLog(logFile);
  let wanted = true;
  let deaths = 0;
  /** @type {import("node:child_process").ChildProcess} */
  let child;
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  /** @type {() => void} */
  let onStart = () => {};

  function start() {
    const since = performance.now();
    // A process group of its own: Ctrl-C in the terminal reaches the launcher only, which stops its children in order.
    child = spawn(program.command, program.args, {
      ...program.options,
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    output.follow(child);
    child.once("error", (error) => output.write(`cannot be started: ${error.message}`));
    child.once("close", (code, signal) => {
      if (!wanted) return;
      deaths = performance.now() - since > 60_000 ? 1 : deaths + 1;
      const wait = Math.min(250 * 2 ** deaths, longestPause);
      const how = signal ?? (code === null ? "cannot be started" : `exit code ${code}`);
      log(`  ${program.name} ended unexpectedly (${how}); starting it again in ${wait / 1000} s. See ${logFile}`);
      timer = setTimeout(start, wait);
    });
    if (child.pid) writeHolder(pidFile, child.pid);
    onStart();
  }
  start();

  return {
    logFile,
    get pid() {
      return child.pid;
    },
    /** How often it died in a row: above 0 before it was ever ready means that it cannot start. */
    get deaths() {
      return deaths;
    },
    get isStopping() {
      return !wanted;
    },
    /** @param {() => void} listener called after each start anew */
    set onStart(/** @type {() => void} */ listener) {
      onStart = listener;
    },
    async stop() {
      wanted = false;
      clearTimeout(timer);
      await endChild(child, program.stopSignal ?? "SIGTERM", program.patience ?? 10_000);
      rmSync(pidFile, { force: true });
      await output.close();
    },
  };
}

/**
 * Ends a child that leads a process group, and all of its group when it does not go by itself.
 * @param {import("node:child_process").ChildProcess} child
 * @param {NodeJS.Signals} signal
 * @param {number} patience
 */
async function endChild(child, signal, patience) {
  const { pid } = child;
  if (!pid) return;
  const mark = child.exitCode === null && child.signalCode === null ? processMark(pid) : undefined;
  if (mark) child.kill(signal);
  await isGoneWithin(pid, mark, patience);
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // Nobody is left in the group.
  }
  await isGoneWithin(pid, mark, 5000);
}

/** @type {Set<import("node:child_process").ChildProcess>} */
const runningCommands = new Set();

let isEnding = false;

/** Ends the commands under way, and lets none begin any more. */
export async function endCommands() {
  isEnding = true;
  await Promise.all([...runningCommands].map((child) => endChild(child, "SIGTERM", 5000)));
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {import("node:child_process").SpawnOptions} options
 * @param {(child: import("node:child_process").ChildProcess) => void} [watch]
 * @returns {Promise<number>} its exit code
 */
export function runToEnd(command, args, options, watch) {
  return new Promise((resolve, reject) => {
    if (isEnding) {
      reject(new Error(`${command} was not run, as Cairn is stopping.`));
      return;
    }
    const child = spawn(command, args, { ...options, detached: true });
    runningCommands.add(child);
    watch?.(child);
    child.once("error", reject);
    child.once("close", (code) => {
      runningCommands.delete(child);
      resolve(code ?? 1);
    });
  });
}
