import type { ApplicationStatus } from "./application";

/** How an authority's queue can be cut, by the word in its address; the first is shown when none is asked for. */
export const queueFilters = {
  waiting: ["submitted", "questioned"],
  submitted: ["submitted"],
  questioned: ["questioned"],
  decided: ["registered", "refused"],
  all: ["submitted", "questioned", "registered", "refused", "withdrawn"],
} as const satisfies Record<string, readonly ApplicationStatus[]>;

export type QueueFilter = keyof typeof queueFilters;
export const queueFilterNames = Object.keys(queueFilters) as QueueFilter[];

/** What makes no sense counts as absent. */
export function parseQueueFilter(value: string | string[] | undefined): QueueFilter {
  const wanted = [value].flat()[0];
  return queueFilterNames.find((name) => name === wanted) ?? "waiting";
}
