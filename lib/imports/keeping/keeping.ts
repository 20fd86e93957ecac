import { addDays, type Day } from "@/lib/days/days";

/** So long the file itself stays after the work on it ended, so that rows can be put right and tried again. Its report stays. */
export const keptDays = 90;

/** The last day on which the file is there. */
export function keptUntil(endedOn: Day): Day {
  return addDays(endedOn, keptDays);
}
