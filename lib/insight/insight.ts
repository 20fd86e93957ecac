import { Temporal } from "temporal-polyfill";
import { addDays, type Day } from "@/lib/days/days";

/** As many weeks as people look back on. */
export const shownWeeks = 12;
/** Words that fewer searched for are nobody's business. */
export const leastSearches = 5;
/** One person who asks again all day is not several: a sender counts once a day (bin/visits.mjs), and one day alone is told to nobody. */
export const leastDays = 2;
/** So few results are as good as none. */
export const fewResults = 3;

/** Whether the searches for some words, by day, are enough to be told to anybody. Its twin for the database is `toldWords`. */
export function isTold(searches: { day: Day; searches: number }[]): boolean {
  const sum = searches.reduce((all, one) => all + one.searches, 0);
  return sum >= leastSearches && new Set(searches.map(({ day }) => day)).size >= leastDays;
}

/** The Monday of a day's week. */
export function weekOf(day: Day): Day {
  return addDays(day, 1 - Temporal.PlainDate.from(day).dayOfWeek);
}

/** The Mondays of the last weeks, this one included, the oldest first. */
export function lastWeeks(day: Day, count = shownWeeks): Day[] {
  const monday = weekOf(day);
  return Array.from({ length: count }, (_, position) => addDays(monday, -7 * (count - 1 - position)));
}

export type Week = { week: Day; shown: number; read: number };

/** Every week with its numbers, those without any as well. */
export function byWeek(rows: Week[], weeks: Day[]): Week[] {
  return weeks.map((week) =>
    rows
      .filter((row) => row.week === week)
      .reduce((sum, { shown, read }) => ({ week, shown: sum.shown + shown, read: sum.read + read }), { week, shown: 0, read: 0 }),
  );
}

export function totals(weeks: Pick<Week, "shown" | "read">[]): { shown: number; read: number } {
  return weeks.reduce<{ shown: number; read: number }>((sum, { shown, read }) => ({ shown: sum.shown + shown, read: sum.read + read }), {
    shown: 0,
    read: 0,
  });
}
