import { Temporal } from "temporal-polyfill";
import type { Day } from "@/lib/days/days";

/** A moment as the register writes it: in UTC, with microseconds as Postgres keeps them, so that moments compare as text. */
export type Moment = string;

const written = (instant: Temporal.Instant): Moment => instant.toString({ smallestUnit: "microsecond", roundingMode: "floor" });

/** The last moment of a day in a time zone: what was known by then was known on that day. */
export function endOfDay(day: Day, timeZone: string): Moment {
  return written(Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(timeZone).toInstant().subtract({ microseconds: 1 }));
}

/** Reads an ISO 8601 moment with its offset; undefined where it is none, or one that no register has known. */
export function toMoment(text: string): Moment | undefined {
  if (!/^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}/.test(text) || text.length > 40) return undefined;
  try {
    const moment = written(Temporal.Instant.from(text.replace(" ", "T")));
    return moment > "1900" && moment < "2200" ? moment : undefined;
  } catch {
    return undefined;
  }
}

/** A moment as a Date, for formats that know milliseconds only. */
export function toDate(moment: Moment): Date {
  return new Date(`${moment.slice(0, 23)}Z`);
}
