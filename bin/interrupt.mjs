import { readFileSync } from "node:fs";

/**
 * One Ctrl-C can arrive several times: from the terminal, from npm, and from the process that started this one. What
 * comes within a moment counts as one.
 * @param {(count: number, signal: NodeJS.Signals) => void} listener
 */
export function onInterrupt(listener) {
  let count = 0;
  let last = Number.NEGATIVE_INFINITY;
  const heard = (/** @type {NodeJS.Signals} */ signal) => {
    const now = performance.now();
    if (now - last > 500) listener(++count, signal);
    last = now;
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, heard);

  // Whoever started us was killed outright: end as if asked to, so that nothing is left running.
  if (process.channel) {
    process.on("disconnect", () => heard("SIGTERM"));
    process.channel.unref();
  } else {
    onNpmGone(() => heard("SIGTERM"));
  }
}

/**
 * npm killed outright tells what it started nothing; a changed parent does.
 * @param {() => void} listener
 */
function onNpmGone(listener) {
  if (!process.env.npm_lifecycle_event) return;
  const ancestors = ancestorsUpToNpm();
  setInterval(() => {
    if (ancestorsUpToNpm() !== ancestors) listener();
  }, 1000).unref();
}

/** The parent, and where that is only the shell of the npm script, its parent. */
function ancestorsUpToNpm() {
  try {
    const [program, flag] = readFileSync(`/proc/${process.ppid}/cmdline`, "utf8").split("\0");
    if (!program?.endsWith("sh") || flag !== "-c") return String(process.ppid);
    const stat = readFileSync(`/proc/${process.ppid}/stat`, "utf8");
    return `${process.ppid} ${stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]}`;
  } catch {
    return String(process.ppid);
  }
}
