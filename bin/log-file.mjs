import { createWriteStream, existsSync, readFileSync, renameSync, statSync } from "node:fs";
import { createInterface } from "node:readline";

const largest = 10 * 1024 * 1024;

/**
 * Appends what a child prints, line by line with the time, and returns a way to add a line of our own.
 * @param {string} file
 */
export function openLog(file) {
  if (existsSync(file) && statSync(file).size > largest) renameSync(file, `${file}.1`);
  const stream = createWriteStream(file, { flags: "a", mode: 0o600 });
  stream.on("error", () => {});
  /** @param {string} line */
  const write = (line) => void stream.write(`${new Date().toISOString()} ${line}\n`);

  return {
    write,
    /**
     * @param {import("node:child_process").ChildProcess} child
     * @param {(line: string) => void} [onLine] gets the lines of its standard output as well
     */
    follow(child, onLine) {
      for (const output of [child.stdout, child.stderr]) {
        if (output) createInterface({ input: output }).on("line", write);
      }
      if (child.stdout && onLine) createInterface({ input: child.stdout }).on("line", onLine);
    },
    close: () => new Promise((resolve) => stream.end(() => resolve(undefined))),
  };
}

/**
 * @param {string} file
 * @param {number} count
 */
export function lastLines(file, count) {
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8").trimEnd().split("\n").slice(-count);
}
