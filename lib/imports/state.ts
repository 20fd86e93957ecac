import type { Outcome } from "./decide";

export const outcomes: readonly Outcome[] = ["published", "updated", "unchanged", "draft", "refused"];

/** What people are told about a file that came in. */
export type ImportState = "queued" | "running" | "dry" | "done" | "failed" | "stopped" | "undoing" | "undone";

type Facts = { status: "queued" | "running" | "done" | "failed" | "stopped"; dryRun: boolean; undoAsked: boolean; undone: boolean };

export function importState({ status, dryRun, undoAsked, undone }: Facts): ImportState {
  if (undone) return "undone";
  if (undoAsked) return "undoing";
  return status === "done" && dryRun ? "dry" : status;
}

/** Somebody is at work on it, or will be in a moment. */
export function isUnderWay(state: ImportState): boolean {
  return state === "queued" || state === "running" || state === "undoing";
}
