import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

export type ProcessName = "web" | "worker" | "postgres" | "meilisearch";

const folder = process.env.BENCH_DATA ?? "";
/** Clock ticks a second in /proc, which is 100 on every Linux that Node runs on. */
const ticks = 100;

function statOf(pid: number | string): string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    // It ended while we looked.
    return [];
  }
}

/** A process that the launcher started, and all that it started in turn. */
function treeOf(name: ProcessName): number[] {
  const root: number = JSON.parse(readFileSync(path.join(folder, "run", `${name}.pid`), "utf8")).pid;
  const pids = readdirSync("/proc").filter((one) => /^\d+$/.test(one));
  const parents = new Map(pids.map((pid) => [Number(pid), Number(statOf(pid)[1] ?? 0)]));
  const isOurs = (pid: number): boolean => pid === root || (pid > 1 && isOurs(parents.get(pid) ?? 0));
  return [...parents.keys()].filter(isOurs);
}

/** Memory in MB, each page that several share counted in parts (PSS). */
export function memoryOf(name: ProcessName): number {
  let kilobytes = 0;
  for (const pid of treeOf(name)) {
    try {
      kilobytes += Number(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8").match(/^Pss:\s+(\d+)/m)?.[1] ?? 0);
    } catch {
      // As above, or not ours to read.
    }
  }
  return kilobytes / 1024;
}

/** Processor time used so far, in milliseconds: unlike times on the clock, not falsified by what else the machine does. */
export function processorTime(name: ProcessName): number {
  const used = treeOf(name).map((pid) => {
    const stat = statOf(pid);
    // Own time and that of children that have ended, in user and in system mode.
    return [11, 12, 13, 14].reduce((sum, field) => sum + Number(stat[field] ?? 0), 0);
  });
  return (used.reduce((sum, time) => sum + time, 0) / ticks) * 1000;
}
