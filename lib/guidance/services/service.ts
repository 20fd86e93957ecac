import { addDays, type Day } from "@/lib/days/days";
import type { ProblemCode } from "@/lib/result";

/** So long before its end the people of a service are told: what they keep for clients is then deleted, and may have to be printed first. */
export const leastNotice = 14;

/** What stands in the way of a last day. */
export function problemWithEnd(lastDay: Day, day: Day): ProblemCode | undefined {
  return lastDay < addDays(day, leastNotice) ? "serviceEndsTooSoon" : undefined;
}
