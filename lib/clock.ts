import { country } from "@/lib/country/country";

/** Today's date in the country's own time zone, as YYYY-MM-DD. Beside `now`, the only place that reads the clock. */
export function today(): string {
  return dayOf(now());
}

/** The moment it is. CAIRN_NOW sets it, for showing another day and for tests. */
export function now(): Date {
  return process.env.CAIRN_NOW ? new Date(process.env.CAIRN_NOW) : new Date();
}

const calendar = new Intl.DateTimeFormat("sv-SE", { timeZone: country.timeZone });

/** The calendar day in the country at a moment. */
export function dayOf(moment: Date): string {
  return calendar.format(moment);
}
