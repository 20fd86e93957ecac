import { statisticalRegions } from "@/lib/country/regions";

const perPage = 50;

/** So many years back there are reports: the worker keeps each counted. */
export const reportedYears = 3;

/** A page of a list that is at hand; one that there is not is the nearest that there is. */
export function pageOf<T>(all: T[], asked: string | string[] | undefined): { rows: T[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(all.length / perPage));
  const number = Number(Array.isArray(asked) ? asked[0] : asked);
  const page = Number.isInteger(number) ? Math.min(pages, Math.max(1, number)) : 1;
  return { rows: all.slice((page - 1) * perPage, page * perPage), page, pages };
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
