import fc from "fast-check";
import { addDays, type Day, type Period } from "@/lib/days/days";

/** The days that properties look at one by one, around the change from summer to winter time. */
const firstDay: Day = "2026-10-20";
export const window: Day[] = Array.from({ length: 24 }, (_, position) => addDays(firstDay, position - 2));

/** A day inside the window, so that ends meet, touch and overlap often. */
export const aDay: fc.Arbitrary<Day> = fc.nat(19).map((position) => addDays(firstDay, position));

/** A period with both ends, one or none; also empty ones. */
export const aPeriod: fc.Arbitrary<Period> = fc.record({ from: fc.option(aDay), until: fc.option(aDay) });

/** A period that holds at least one day, as the database accepts them. */
export const aRealPeriod = aPeriod.filter(({ from, until }) => from === null || until === null || from < until);
