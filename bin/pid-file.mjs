import { execFileSync } from "node:child_process";
import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

/** @typedef {{ pid: number, mark: string, note?: string }} Holder */

/**
 * What tells a process from a later one that got the same number: when it started. Undefined once it is gone.
 * @param {number} pid
 */
export function processMark(pid) {
  try {
    if (process.platform !== "linux") {
      return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || undefined;
    }
    // The name in brackets may hold spaces, so count the fields after it: state is first, start time 20th.
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

/**
 * @param {string} file
 * @returns {Holder | undefined} undefined when nobody wrote the file or its process is gone
 */
export function readHolder(file) {
  try {
    const holder = JSON.parse(readFileSync(file, "utf8"));
    return holder.mark && processMark(holder.pid) === holder.mark ? holder : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {string} file
 * @param {number} pid
 */
export function writeHolder(file, pid) {
  writeFileSync(file, JSON.stringify({ pid, mark: processMark(pid) }));
}

/**
 * @param {string} file
 * @returns {Holder | undefined} who else holds the lock; undefined when this process has it now
 */
export function takeLock(file, note = "") {
  const own = `${file}.${process.pid}`;
  writeFileSync(own, JSON.stringify({ pid: process.pid, mark: processMark(process.pid), note }));
  try {
    for (let tries = 0; tries < 5; tries += 1) {
      try {
        // A link appears whole or not at all, so nobody reads half a lock.
        linkSync(own, file);
        return undefined;
      } catch (error) {
        if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
      }
      const holder = readHolder(file);
      if (holder) return holder.pid === process.pid ? undefined : holder;
      rmSync(file, { force: true });
    }
    throw new Error(`The lock ${file} cannot be taken.`);
  } finally {
    rmSync(own, { force: true });
  }
}

/**
 * @param {string} file
 * @param {(holder: Holder) => void} onWait called once when another run holds the lock
 * @param {() => Promise<void>} work
 */
export async function underLock(file, onWait, work) {
  let told = false;
  for (let holder = takeLock(file); holder; holder = takeLock(file)) {
    if (!told) onWait(holder);
    told = true;
    await pause(500);
  }
  try {
    await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/**
 * @param {number} pid
 * @param {string | undefined} mark
 * @param {number} milliseconds
 */
export async function isGoneWithin(pid, mark, milliseconds) {
  const until = performance.now() + milliseconds;
  while (mark && processMark(pid) === mark) {
    if (performance.now() > until) return false;
    await pause(50);
  }
  return true;
}
