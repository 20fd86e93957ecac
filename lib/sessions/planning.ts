import { z } from "zod";
import { addDays, type Day } from "@/lib/days/days";
import type { Problem, ProblemCode } from "@/lib/result";

export type PlannedDates = {
  startsOn: Day | null;
  endsOn: Day | null;
  windows: Array<{ opensOn: Day | null; closesOn: Day | null }>;
  seats: number | null;
  seatsLeft: number | null;
};

/** What is said about a session that a copy of it may not say: it is its own past. */
type Past = { id: string; cancelledOn: Day | null; confirmedOn: Day | null };

/** A day that a calendar has, and that this register may be about. */
export function dayInput(missing: ProblemCode) {
  return z
    .string()
    .trim()
    .min(1, missing)
    .pipe(z.iso.date("dayNotUnderstood"))
    .refine((day) => day >= "2000-01-01" && day <= "2100-12-31", "dayOutOfRange");
}

/** What cannot be true of a session, each at its input. */
export function problemsWithDates({ startsOn, endsOn, windows, seats, seatsLeft }: PlannedDates): Problem[] {
  const problems: Problem[] = [];
  if (endsOn && !startsOn) problems.push({ code: "sessionEndWithoutStart", field: "startsOn" });
  if (startsOn && endsOn && endsOn < startsOn) problems.push({ code: "sessionEndsBeforeItStarts", field: "endsOn" });
  windows.forEach(({ opensOn, closesOn }, position) => {
    if (opensOn && closesOn && closesOn < opensOn)
      problems.push({ code: "windowClosesBeforeItOpens", field: `window.${position}.closesOn` });
    const last = endsOn ?? startsOn;
    if (opensOn && last && opensOn > last) problems.push({ code: "windowOpensTooLate", field: `window.${position}.opensOn` });
  });
  if (seats !== null && seatsLeft !== null && seatsLeft > seats) problems.push({ code: "moreSeatsLeftThanSeats", field: "seatsLeft" });
  return problems;
}

/** Civil days, so that a change to summer time moves nothing: a whole number of weeks later is the same weekday. */
function later(day: Day | null, weeks: number): Day | null {
  return day && addDays(day, 7 * weeks);
}

/** The same session so many weeks later, on the same weekdays, with its enrolment as long before it. */
export function shifted<S extends PlannedDates & Past>(session: S, weeks: number, id: string): S {
  return {
    ...withoutPast(session, id),
    startsOn: later(session.startsOn, weeks),
    endsOn: later(session.endsOn, weeks),
    windows: session.windows.map(({ opensOn, closesOn }) => ({ opensOn: later(opensOn, weeks), closesOn: later(closesOn, weeks) })),
    seatsLeft: null,
  };
}

/** A session that nobody has confirmed or cancelled yet. */
export function withoutPast<S extends Past>(session: S, id: string): S {
  return { ...session, id, cancelledOn: null, confirmedOn: null };
}

/** Where the days of a session cannot lie outside what the register is about, none of its repetitions may. */
const lastDay: Day = "2100-12-31";

export type Run = PlannedDates & Past & { externalId: string; places: unknown; times: unknown };

/** One that a repetition would make; `there` where the offering has one on the same days at the same place already. */
export type PlannedRun<S extends Run> = { session: S; there: boolean };

/**
 * Each of some sessions again, `times` times and every so many weeks, in order of their days. What is there already is named and not
 * made again, so that a second rollover of the same year triples nothing. A session without days is not repeated.
 */
export function repeated<S extends Run>(
  sessions: S[],
  { everyWeeks, times, existing, idOf }: { everyWeeks: number; times: number; existing: S[]; idOf: (position: number) => string },
): PlannedRun<S>[] {
  const ids = new Set(existing.map(({ externalId }) => externalId));
  const days = new Set(existing.map(runKey));
  const wanted = sessions
    .filter(({ startsOn }) => startsOn !== null)
    .flatMap((session) => Array.from({ length: times }, (_, turn) => ({ session, weeks: everyWeeks * (turn + 1) })));
  return wanted
    .map(({ session, weeks }, position) => {
      const copy = shifted(session, weeks, idOf(position));
      const there = days.has(runKey(copy));
      days.add(runKey(copy));
      const externalId = there ? copy.externalId : nextOwnId(session.externalId, ids);
      ids.add(externalId);
      return { session: { ...copy, externalId }, there };
    })
    .filter(({ session }) => (session.endsOn ?? session.startsOn ?? "") <= lastDay)
    .sort((a, b) => (a.session.startsOn ?? "").localeCompare(b.session.startsOn ?? ""));
}

function runKey({ startsOn, endsOn, places, times }: Run): string {
  return JSON.stringify([startsOn, endsOn, places, times]);
}

/**
 * The next own id that is free: a year counts on (LW-2026 → LW-2027, 26-27 → 27-28), else a number behind a hyphen does (LW → LW-2 →
 * LW-3).
 */
export function nextOwnId(id: string, taken: ReadonlySet<string>): string {
  const [, before = "", year, following] = /^(.*[^\d])?(\d{2})-(\d{2})$/.exec(id) ?? [];
  if (year && Number(following) === Number(year) + 1 && Number(following) < 99) {
    const next = `${before}${following}-${String(Number(following) + 1).padStart(2, "0")}`;
    return taken.has(next) ? nextOwnId(next, taken) : next;
  }
  const [, stem = id, digits] = /^(.*[^\d])?((?:19|20)\d{2})$/.exec(id) ?? /^(.+-)(\d{1,3})$/.exec(id) ?? [];
  const from = digits ? Number(digits) + 1 : 2;
  const start = digits ? (stem === id ? "" : stem) : `${id}-`;
  for (let number = from; ; number++) {
    const padded = String(number).padStart(digits?.length ?? 0, "0");
    if (!taken.has(start + padded)) return start + padded;
  }
}

/** Not begun and not cancelled. */
export function isAhead({ startsOn, cancelledOn }: { startsOn: Day | null; cancelledOn: Day | null }, day: Day): boolean {
  return cancelledOn === null && (startsOn === null || startsOn > day);
}

/** Those of last year, from which the next is made: begun within the year before a day, or planned, and not cancelled. */
export function lastYears<S extends { startsOn: Day | null; cancelledOn: Day | null }>(sessions: S[], day: Day): S[] {
  const yearAgo = addDays(day, -366);
  return sessions.filter(({ startsOn, cancelledOn }) => cancelledOn === null && startsOn !== null && startsOn >= yearAgo);
}
