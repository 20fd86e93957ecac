import type { HarvestRun, HarvestSource } from "@/db/schema";
import type { Problem } from "@/lib/result";

export type FeedState = "paused" | "new" | "running" | "doubtful" | "failing" | "well";

type LastRun = (Pick<HarvestRun, "status"> & { problem: Problem | null }) | null;

/** How a feed is, by its last real run: what waits for a person comes before what only fails. */
export function feedState({ paused }: Pick<HarvestSource, "paused">, last: LastRun): FeedState {
  if (last?.status === "failed" && last.problem?.code === "feedLostTooMany") return "doubtful";
  if (paused) return "paused";
  if (!last) return "new";
  return last.status === "running" ? "running" : last.status === "failed" ? "failing" : "well";
}

export const stateTones = { paused: "none", new: "none", running: "none", doubtful: "warn", failing: "bad", well: "good" } as const;
