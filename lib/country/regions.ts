import { country } from "./country";

/** The regions that statistics tell apart: NUTS 2, and what the country's file names below it. */
const narrow = Object.keys(country.regions)
  .filter((code) => code.length > 4)
  .sort((a, b) => b.length - a.length);

/** Those with a code below NUTS 2 first, the longest of all first: the order in which a place is looked for. */
export const narrowRegions: readonly string[] = narrow;

/** All regions of statistics in the order of their codes. */
export const statisticalRegions: readonly string[] = Object.keys(country.regions)
  .filter((code) => code.length >= 4)
  .sort();

/** The region of statistics in which a place lies. */
export function regionOfNuts(nuts: string): string {
  return narrow.find((code) => nuts.startsWith(code)) ?? nuts.slice(0, 4);
}
