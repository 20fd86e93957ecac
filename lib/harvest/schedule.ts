import type { HarvestSource } from "@/db/schema";

export type Schedule = HarvestSource["schedule"];

const hour = 3600_000;
const intervals: Record<Schedule, number | null> = { hourly: hour, daily: 24 * hour, weekly: 7 * 24 * hour, "by-hand": null };
const longest = 7 * 24 * hour;

/**
 * When a feed is fetched next: by its schedule, up to a tenth of it earlier or later, so that not all are fetched on the hour. After
 * failures it waits twice as long each time, a week at most: it goes on asking, and the desk goes on saying that it fails.
 */
export function nextRunAt(schedule: Schedule, now: Date, failures: number, chance: number): Date | null {
  const interval = intervals[schedule];
  if (interval === null) return null;
  const wait = Math.min(interval * 2 ** Math.min(failures, 20), longest);
  const jitter = (chance - 0.5) * 0.2 * interval;
  return new Date(now.getTime() + wait + jitter);
}
