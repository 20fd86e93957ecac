import { addDays, type Day } from "@/lib/days/days";

/** So many months are looked back on, this one included. */
export const historyMonths = 24;

/** A category of a figure at the end of each month, the oldest first. */
export type Course = { category: string; part: string; counts: number[] };
export type History = { months: Day[]; courses: Course[] };

/** The first days of the last months, this one included. */
export function lastMonths(day: Day, count = historyMonths): Day[] {
  const [year = 0, month = 1] = day.split("-").map(Number);
  return Array.from({ length: count }, (_, place) => {
    const at = year * 12 + (month - 1) - (count - 1 - place);
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}-01`;
  });
}

/** The first day after each of these months. */
export function endsOf(months: Day[]): Day[] {
  return months.map((month) => `${addDays(month, 31).slice(0, 8)}01`);
}

export type Change = { scope: string; code: string; category: string; part: string; place: number; change: number };

/** What changed from month to month, as what there was in each. */
export function addUp(changes: Change[], months: number): Map<string, Omit<Change, "place" | "change"> & { counts: number[] }> {
  const all = new Map<string, Omit<Change, "place" | "change"> & { counts: number[] }>();
  for (const { place, change, ...of } of changes) {
    const key = JSON.stringify([of.scope, of.code, of.category, of.part]);
    const known = all.get(key) ?? { ...of, counts: Array<number>(months).fill(0) };
    for (let month = place; month < months; month++) known.counts[month] = (known.counts[month] ?? 0) + change;
    all.set(key, known);
  }
  return all;
}
