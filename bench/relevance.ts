import { inDatabaseThatStays } from "./own-database";

/** The day for which the demonstration is written: what its sessions are today then decides about relevance alike on every day. */
const day = "2026-11-23T10:00:00+01:00";

await inDatabaseThatStays(
  "bench_relevance",
  [["lib/cli/load-demonstration.ts"], ["bench/relevance/load-courses.ts"], ["bench/relevance/measure.ts", ...process.argv.slice(2)]],
  { CAIRN_NOW: day, DEMONSTRATION: "on" },
);
