import { type Day, dayNumber } from "@/lib/days/days";
import { always, never } from "./document";
import type { SearchQuery } from "./query";

/** When the question is asked: the day for sessions, the second for visibility, and whom a decision has just hidden. */
export type Moment = { day: Day; seconds: number; hiddenProviders: string[] };

/** What a filter on sessions is about; two of them must be met by the same session. */
export type SessionFilter = "mode" | "lang" | "start" | "open" | "price";

export function sessionFilters(query: SearchQuery): Set<SessionFilter> {
  const active = new Set<SessionFilter>();
  if (query.mode.length > 0) active.add("mode");
  if (query.lang.length > 0) active.add("lang");
  if (query.startFrom || query.startTo) active.add("start");
  if (query.open) active.add("open");
  if (query.free || query.priceMax !== undefined) active.add("price");
  return active;
}

const anyOf = (attribute: string, values: (string | number)[]) =>
  values.length > 0 ? [`${attribute} IN [${values.map((value) => JSON.stringify(value)).join(",")}]`] : [];

/** Conditions on the offering itself, the same in both indexes. Values are codes that the query's schema let through. */
function offeringConditions(query: SearchQuery, moment: Moment): string[] {
  return [
    `visibleFrom <= ${moment.seconds}`,
    `visibleUntil > ${moment.seconds}`,
    ...anyOf("provider", moment.hiddenProviders).map((hidden) => `NOT ${hidden}`),
    ...anyOf("eqf", query.eqf),
    ...anyOf("fields", query.field),
    ...anyOf("qa", query.qa),
    ...anyOf("provider", query.provider),
    ...(query.ectsMin !== undefined ? [`ects >= ${query.ectsMin}`] : []),
    ...(query.ectsMax !== undefined ? [`ects <= ${query.ectsMax}`] : []),
  ];
}

/** For the index of offerings: right while at most one condition is about sessions. */
export function offeringFilter(query: SearchQuery, moment: Moment): string[] {
  const from = query.startFrom ? dayNumber(query.startFrom) : always;
  const to = query.startTo ? dayNumber(query.startTo) : never;
  return [
    ...offeringConditions(query, moment),
    ...anyOf("modes", query.mode),
    ...anyOf("langs", query.lang),
    ...(query.startFrom || query.startTo ? [`starts ${from} TO ${to}`] : []),
    ...(query.priceMax !== undefined ? [`prices <= ${query.priceMax}`] : []),
    ...(query.open ? ["open = true"] : []),
    ...(query.free ? ["free = true"] : []),
  ];
}

/** For the index of runs: all conditions meet in one session and enrolment window. */
export function runFilter(query: SearchQuery, moment: Moment): string[] {
  const day = dayNumber(moment.day);
  return [
    ...offeringConditions(query, moment),
    `currentFrom <= ${day}`,
    `currentUntil >= ${day}`,
    ...anyOf("modes", query.mode),
    ...anyOf("langs", query.lang),
    ...(query.startFrom ? [`start >= ${dayNumber(query.startFrom)}`] : []),
    ...(query.startTo ? [`start <= ${dayNumber(query.startTo)}`] : []),
    ...(query.priceMax !== undefined ? [`price <= ${query.priceMax}`] : []),
    ...(query.open ? [`opens <= ${day}`, `closes >= ${day}`] : []),
    ...(query.free ? ["price = 0"] : []),
  ];
}
