import { lastLines } from "./log-file.mjs";

/** Something that stops the start for a reason the person can put right. */
export class Failure extends Error {
  /**
   * @param {string} message
   * @param {string} [remedy]
   * @param {string} [logFile] its last lines are shown
   */
  constructor(message, remedy, logFile) {
    super(message);
    this.remedy = remedy;
    this.logFile = logFile;
  }
}

// A terminal that went away must not take the orderly stop with it.
process.stdout.on("error", () => {});
process.stderr.on("error", () => {});

/** @param {string} [line] */
export function say(line = "") {
  process.stdout.write(`${line}\n`);
}

/** @param {unknown} error */
export function explain(error) {
  if (!(error instanceof Failure)) {
    process.stderr.write(`\n${error instanceof Error ? error.stack : error}\n`);
    return;
  }
  process.stderr.write(`\n${error.message}\n`);
  if (error.logFile) {
    const lines = lastLines(error.logFile, 40).map((line) => `  | ${line}\n`);
    process.stderr.write(`\nThe end of ${error.logFile}:\n${lines.join("")}`);
  }
  if (error.remedy) process.stderr.write(`\nWhat to do: ${error.remedy}\n`);
}

/** @param {number} since from performance.now() */
export function secondsSince(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

/**
 * Says that work goes on once it takes over two seconds, and that it ended; quick work stays silent.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @param {(line: string) => void} [log]
 */
export async function step(title, work, log = say) {
  const since = performance.now();
  let announced = false;
  const announce = () => {
    log(announced ? `  … ${title} (${Math.round((performance.now() - since) / 1000)} s so far)` : `  ${title} …`);
    announced = true;
  };
  const first = setTimeout(announce, 1500);
  const again = setInterval(announce, 10_000);
  try {
    const result = await work();
    if (announced) log(`  ${title}: done in ${secondsSince(since)}`);
    return result;
  } finally {
    clearTimeout(first);
    clearInterval(again);
  }
}
