import { addDays, type Day, daysBetween } from "@/lib/days/days";

/** The day on which the demonstration's files are written as if it were today. */
const writtenFor: Day = "2026-11-23";

/** The whole number of weeks by which the demonstration moves, so that weekdays stay right. */
export function weeksSince(today: Day): number {
  return Math.floor(daysBetween(writtenFor, today) / 7);
}

/** Moves every date in a JSON value. */
export function shiftDates<T>(value: T, weeks: number): T {
  if (typeof value === "string") return (/^\d{4}-\d{2}-\d{2}$/.test(value) ? addDays(value, weeks * 7) : value) as T;
  if (Array.isArray(value)) return value.map((each) => shiftDates(each, weeks)) as T;
  if (value !== null && typeof value === "object")
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shiftDates(each, weeks)])) as T;
  return value;
}
