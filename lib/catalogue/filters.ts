import { type Day, dayNumber } from "@/lib/days/days";
import type { Point, SpotRange } from "@/lib/places/spot";
import type { Acceptance } from "@/lib/recognition/acceptance";
import type { Synonyms } from "@/lib/synonyms/synonym";
import { always, never } from "./document";
import type { SearchQuery } from "./query";
import { tokenOf, withDay, withPrice } from "./run-tokens";

/** When the question is asked: the day for sessions, the second for visibility, and what a decision has just hidden. */
export type Moment = {
  day: Day;
  seconds: number;
  hidden: Hidden;
  /** Where "near" is, as far as it is known: `spots` is all that lies within the radius. */
  near?: Near | undefined;
  /** By the policy in force of whom "accepted by" names; without one nothing is accepted. */
  accepted?: Acceptance | undefined;
  /** The one word by which the engine is asked for a term of several. */
  term?: string | undefined;
  /** What is taken for one another. The engine finds by it by itself. */
  synonyms?: Synonyms;
};

type Near = { point: Point; spots: SpotRange[] };

/** Providers by their slugs, and single offerings by their ids. */
export type Hidden = { providers: string[]; offerings: string[] };

/** What a filter on sessions is about; two of them must be met by the same session. */
export type SessionFilter = "mode" | "lang" | "schedule" | "region" | "near" | "start" | "open" | "price";

export function sessionFilters(query: SearchQuery): Set<SessionFilter> {
  const active = new Set<SessionFilter>();
  if (query.mode.length > 0) active.add("mode");
  if (query.lang.length > 0) active.add("lang");
  if (query.schedule.length > 0) active.add("schedule");
  if (query.region.length > 0) active.add("region");
  if (query.near) active.add("near");
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
    ...(query.acceptedBy ? acceptedConditions(moment.accepted) : []),
  ];
}

/** What the query chooses of an offering whatever its sessions are. */
export function chosenConditions(query: SearchQuery): string[] {
  return [
    ...anyOf("eqf", query.eqf),
    ...anyOf("fields", query.field),
    ...anyOf("topics", query.topic),
    ...anyOf("skills", query.skill),
    ...anyOf("assessment", query.assessment),
    ...anyOf("qa", query.qa),
    ...anyOf("provider", query.provider),
    ...anyOf("providerType", query.providerType),
    ...anyOf("funding", query.funding),
    ...anyOf("targets", query.target),
    ...anyOf("access", query.access),
    ...anyOf("priorLearning", query.priorLearning),
    ...anyOf("credential", query.credential),
    ...(query.stackable ? ["stackable = true"] : []),
    ...(query.hoursMax !== undefined ? [`workload <= ${query.hoursMax}`] : []),
    ...(query.ectsMin !== undefined ? [`ects >= ${query.ectsMin}`] : []),
    ...(query.ectsMax !== undefined ? [`ects <= ${query.ectsMax}`] : []),
  ];
}

function acceptedConditions(accepted: Acceptance | undefined): string[] {
  if (!accepted) return [nothing];
  const { providers, standards, fields, eqfMin, eqfMax, identified } = accepted;
  return [
    ...(providers ? [anyOf("provider", providers)[0] ?? nothing] : []),
    ...anyOf("qa", standards),
    ...anyOf("fields", fields),
    ...(eqfMin !== undefined ? [`eqf >= ${eqfMin}`] : []),
    ...(eqfMax !== undefined ? [`eqf <= ${eqfMax}`] : []),
    ...(identified ? ["identified = true"] : []),
  ];
}

/** True of no document. */
const nothing = "visibleUntil < 0";

/** Facts of a session that the index of offerings holds each by itself, and not beside another fact of the same session. */
const alone: ReadonlySet<SessionFilter> = new Set(["schedule", "region", "near"]);

/** What must meet in one session and the index of offerings does not hold together: a day and a price, or a place or a schedule and anything else. */
export function needsRuns(query: SearchQuery): boolean {
  const active = sessionFilters(query);
  if (active.has("start") && query.priceMax !== undefined) return true;
  return active.size > 1 && [...active].some((filter) => alone.has(filter));
}

/** Where sessions are held or at which hours, the same in both indexes. */
function placeConditions(query: SearchQuery, moment: Moment): string[] {
  return [...anyOf("schedules", query.schedule), ...anyOf("regions", query.region), ...nearConditions("spots", query, moment)];
}

/** A place that is near enough; where all places of a session are looked at, being online may do as well. */
function nearConditions(attribute: "spot" | "spots", query: SearchQuery, { near }: Moment): string[] {
  const within = near?.spots.map(({ from, to }) => `${attribute} ${from} TO ${to}`) ?? [];
  if (query.orOnline && attribute === "spots") within.push("modes = online");
  return query.near ? [within.length > 0 ? within.join(" OR ") : nothing] : [];
}

/** For the index of runs: all conditions meet in one session, and it is held at a place of the map that is near enough. */
export function mappedFilter(query: SearchQuery, moment: Moment): string[] {
  return [...runFilter(query, moment), "spot >= 0", ...nearConditions("spot", query, moment)];
}

/** For the index of offerings: all conditions on sessions meet in one session, except where `needsRuns`. */
export function offeringFilter(query: SearchQuery, moment: Moment): string[] {
  const conditions = offeringConditions(query, moment, "id");
  const active = sessionFilters(query);
  if (active.size === 0) return conditions;
  // Here these stand alone (`needsRuns`).
  if ([...active].some((filter) => alone.has(filter))) return [...conditions, ...placeConditions(query, moment)];

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
    ...placeConditions(query, moment),
    ...(query.startFrom ? [`start >= ${dayNumber(query.startFrom)}`] : []),
    ...(query.startTo ? [`start <= ${dayNumber(query.startTo)}`] : []),
    ...(query.priceMax !== undefined ? [`price <= ${query.priceMax}`] : []),
    ...(query.open ? [`opens <= ${day}`, `closes >= ${day}`] : []),
    ...(query.free ? ["price = 0"] : []),
  ];
}
