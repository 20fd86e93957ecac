import { statisticalRegions } from "@/lib/country/regions";

/** So many years back there are reports: the worker keeps each counted. */
export const reportedYears = 3;

/** So many providers a report on paper has room for. */
const reportedProviders = 50;

/** Where most is missing, providers without an offering last; all of them where they are few. */
export function leastComplete<P extends { completeness: number | null }>(all: P[]): P[] {
  if (all.length <= reportedProviders) return all;
  return all.toSorted((a, b) => (a.completeness ?? 101) - (b.completeness ?? 101)).slice(0, reportedProviders);
}

/** The year of a report: one that there is, this one where none or another is asked for. */
export function yearOf(asked: string | string[] | undefined, thisYear: number): number {
  const year = Number(Array.isArray(asked) ? asked[0] : asked);
  return yearsUntil(thisYear).includes(year) ? year : thisYear;
}

export const yearsUntil = (thisYear: number) => Array.from({ length: reportedYears + 1 }, (_, back) => thisYear - back);

/** The region of an address; the whole country where there is none or another is asked for. */
export function regionOfAddress(asked: string | string[] | undefined): string {
  const region = [asked].flat()[0] ?? "";
  return statisticalRegions.includes(region) ? region : "";
}
