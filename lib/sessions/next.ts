import type { Day } from "@/lib/days/days";
import { isCurrent, openWindow, type SessionDates } from "./session";

/** One that can be enrolled in comes before one that is only announced, and that before one that runs; within these the soonest. */
export function soonestFirst(day: Day) {
  return (a: SessionDates, b: SessionDates) => rank(a, day) - rank(b, day) || (a.startsOn ?? "9").localeCompare(b.startsOn ?? "9");
}

/** The session that somebody who reads on a day would take: neither cancelled nor over. */
export function nextSession<Session extends SessionDates>(sessions: Session[], day: Day): Session | undefined {
  return sessions.filter((session) => isCurrent(session, day)).sort(soonestFirst(day))[0];
}

function rank(session: SessionDates, day: Day): number {
  if (session.seatsLeft !== 0 && openWindow(session, day)) return 0;
  return session.startsOn !== null && session.startsOn >= day ? 1 : 2;
}
