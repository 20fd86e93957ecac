import { type Day, dayNumber } from "@/lib/days/days";
import type { Synonyms } from "@/lib/synonyms/synonym";
import { always, never } from "./document";
import type { SearchQuery } from "./query";
import { tokenOf, withDay, withPrice } from "./run-tokens";

/** When the question is asked: the day for sessions, the second for visibility, and what a decision has just hidden. */
export type Moment = {
  day: Day;
  seconds: number;
  hidden: Hidden;
  /** What the database takes for one another; the engine knows by itself. */
  synonyms?: Synonyms;
};

/** Providers by their slugs, and single offerings by their ids. */
export type Hidden = { providers: string[]; offerings: string[] };

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

/** Conditions on the offering itself, the same in both indexes but for the attribute that holds its id. Values are codes that the query's schema let through. */
function offeringConditions(query: SearchQuery, moment: Moment, id: "id" | "offering"): string[] {
  return [
    `visibleFrom <= ${moment.seconds}`,
    `visibleUntil > ${moment.seconds}`,
    ...anyOf("provider", moment.hidden.providers).map((hidden) => `NOT ${hidden}`),
    ...anyOf(id, moment.hidden.offerings).map((hidden) => `NOT ${hidden}`),
    ...chosenConditions(query),
  ];
}

/** What the query chooses of an offering whatever its sessions are. */
export function chosenConditions(query: SearchQuery): string[] {
  return [
    ...anyOf("eqf", query.eqf),
    ...anyOf("fields", query.field),
    ...anyOf("qa", query.qa),
    ...anyOf("provider", query.provider),
    ...(query.ectsMin !== undefined ? [`ects >= ${query.ectsMin}`] : []),
    ...(query.ectsMax !== undefined ? [`ects <= ${query.ectsMax}`] : []),
  ];
}

/** A day and a price in one question: the one pair that the index of offerings does not hold together. */
export function needsRuns(query: SearchQuery): boolean {
  return Boolean(query.startFrom || query.startTo) && query.priceMax !== undefined;
}

/** For the index of offerings: all conditions on sessions meet in one session, except where `needsRuns`. */
export function offeringFilter(query: SearchQuery, moment: Moment): string[] {
  const conditions = offeringConditions(query, moment, "id");
  if (sessionFilters(query).size === 0) return conditions;

  const modes = query.mode.length > 0 ? query.mode : [undefined];
  const langs = query.lang.length > 0 ? query.lang : [undefined];
  const tokens = modes.flatMap((mode) => langs.map((lang) => tokenOf({ mode, lang, open: query.open, free: query.free })));
  const within = (attribute: string, from: (token: number) => number, to: (token: number) => number) =>
    tokens.map((token) => `${attribute} ${from(token)} TO ${to(token)}`).join(" OR ");

  if (query.startFrom || query.startTo) {
    const first = query.startFrom ? dayNumber(query.startFrom) : always;
    const last = query.startTo ? dayNumber(query.startTo) : never;
    return [
      ...conditions,
      within(
        "starts",
        (token) => withDay(token, first),
        (token) => withDay(token, last),
      ),
    ];
  }
  const { priceMax } = query;
  if (priceMax !== undefined)
    return [
      ...conditions,
      within(
        "prices",
        (token) => withPrice(token, 0),
        (token) => withPrice(token, priceMax),
      ),
    ];
  return [...conditions, ...anyOf("runs", tokens)];
}

/** For the index of runs: all conditions meet in one session and enrolment window. */
export function runFilter(query: SearchQuery, moment: Moment): string[] {
  const day = dayNumber(moment.day);
  return [
    ...offeringConditions(query, moment, "offering"),
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
