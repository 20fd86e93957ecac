import type { Day, Period } from "@/lib/days/days";

/** Of what is over so many are shown with what holds; the decisions behind the others stand on the same page. */
const overShown = 5;

/** What holds or is to come, with the last of what is over, in their order; and how many are left out. */
export function recentOf<T extends { valid: Period }>(all: readonly T[], day: Day): { shown: T[]; left: number } {
  const over = all.filter(({ valid }) => valid.until !== null && valid.until <= day);
  const left = new Set(over.toSorted((a, b) => (b.valid.until ?? "").localeCompare(a.valid.until ?? "")).slice(overShown));
  return { shown: all.filter((one) => !left.has(one)), left: left.size };
}
