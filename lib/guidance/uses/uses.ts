import { type Use, uses } from "@/lib/guidance/use";

/** A month as 2026-11, with how often each thing was done in it. */
export type MonthOfUse = { month: string } & Record<Use, number>;

export const monthsShown = 12;

/** The month so many before that of a day. */
export function monthBefore(day: string, back: number): string {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - back;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}`;
}

/** The months up to that of a day, the earliest first, also those in which nothing was done. */
export function monthsOfUse(counted: readonly { month: string; what: string; count: number }[], day: string): MonthOfUse[] {
  return Array.from({ length: monthsShown }, (_, back) => monthBefore(day, monthsShown - 1 - back)).map((month) => {
    const of = (what: Use) => counted.find((one) => one.month === month && one.what === what)?.count ?? 0;
    return { month, ...(Object.fromEntries(uses.map((what) => [what, of(what)])) as Record<Use, number>) };
  });
}
