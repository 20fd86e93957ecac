import { addDays, type Day } from "@/lib/days/days";

/** In this order: the first that applies is the state (design, section 4). */
export type SessionState =
  | { state: "archived" }
  | { state: "cancelled" }
  | { state: "ended"; on: Day }
  | { state: "full" }
  | { state: "closing-soon"; until: Day }
  | { state: "enrol-now"; until: Day | null }
  | { state: "to-be-scheduled" }
  | { state: "ongoing"; until: Day | null }
  | { state: "opens-on"; on: Day }
  | { state: "starts-soon"; on: Day };

export type EnrolmentWindow = { opensOn: Day | null; closesOn: Day | null };

export type SessionDates = {
  startsOn: Day | null;
  endsOn: Day | null;
  cancelledOn: Day | null;
  seatsLeft: number | null;
  windows: EnrolmentWindow[];
};

/** So many days before enrolment ends a session is "closing soon". */
const closingDays = 7;

/** The last day on which one can enrol in a window: where no end is stated, the day on which the session starts. */
export function lastEnrolmentDay(window: EnrolmentWindow, startsOn: Day | null): Day | null {
  return window.closesOn ?? startsOn;
}

/** The window in which one can enrol on a day, if any. */
export function openWindow(session: SessionDates, day: Day): EnrolmentWindow | undefined {
  return session.windows.find((window) => {
    const last = lastEnrolmentDay(window, session.startsOn);
    return (window.opensOn === null || window.opensOn <= day) && (last === null || day <= last);
  });
}

/** What a session is on a day: one label and one call to action everywhere. A pure function of its dates. */
export function sessionState(session: SessionDates, day: Day, archived = false): SessionState {
  if (archived) return { state: "archived" };
  if (session.cancelledOn !== null) return { state: "cancelled" };

  const last = session.endsOn ?? session.startsOn;
  if (last !== null && last < day) return { state: "ended", on: last };

  const open = openWindow(session, day);
  if (session.seatsLeft === 0) return session.startsOn !== null && session.startsOn <= day ? ongoing(session) : { state: "full" };
  if (open) {
    const until = lastEnrolmentDay(open, session.startsOn);
    return until !== null && until <= addDays(day, closingDays) ? { state: "closing-soon", until } : { state: "enrol-now", until };
  }
  if (session.startsOn === null) return { state: "to-be-scheduled" };
  if (session.startsOn <= day) return ongoing(session);

  // A window that opens only after it has closed, or after the session is over, never opens: it is not announced.
  const opensOn = session.windows
    .flatMap((window) => window.opensOn ?? [])
    .filter((opening) => opening > day && (last === null || opening <= last) && openWindow(session, opening))
    .sort()[0];
  return opensOn ? { state: "opens-on", on: opensOn } : { state: "starts-soon", on: session.startsOn };
}

function ongoing(session: SessionDates): SessionState {
  return { state: "ongoing", until: session.endsOn };
}

/** Whether the label speaks of enrolling, now or later: where nobody may enrol it is left out. */
export function isInvitation({ state }: SessionState): boolean {
  return !["archived", "cancelled", "ended", "ongoing"].includes(state);
}

/** Neither cancelled nor over: what search looks at. */
export function isCurrent(session: Pick<SessionDates, "startsOn" | "endsOn" | "cancelledOn">, day: Day): boolean {
  const last = session.endsOn ?? session.startsOn;
  return session.cancelledOn === null && (last === null || last >= day);
}
