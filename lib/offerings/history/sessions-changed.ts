import { canonical } from "@/lib/offerings/publication";
import type { SessionFacts } from "@/lib/offerings/sessions/commands";

type SessionFact =
  | "dates"
  | "windows"
  | "places"
  | "times"
  | "seats"
  | "prices"
  | "ways"
  | "url"
  | "cancelled"
  | "reinstated"
  | "confirmed";

/** What became of one session: added, or which of its facts changed. */
export type SessionChanged = { session: SessionFacts; added: boolean; facts: SessionFact[] };

const parts: [SessionFact, (session: SessionFacts) => unknown][] = [
  ["dates", ({ startsOn, endsOn }) => [startsOn, endsOn]],
  ["windows", ({ windows }) => windows],
  ["places", ({ places }) => places],
  ["times", ({ times, schedule }) => [times, schedule]],
  ["seats", ({ seats, seatsLeft }) => [seats, seatsLeft]],
  ["prices", ({ prices }) => prices],
  ["ways", ({ modes, languages }) => [modes, languages]],
  ["url", ({ url, externalId }) => [url, externalId]],
];

/** Reads what an event of changed sessions wrote down: before and after, each by the session's id. */
export function sessionsChanged(before: unknown, after: unknown): SessionChanged[] {
  const earlier = new Map(listOf(before).map((session) => [session.id, session]));
  return listOf(after).map((session) => {
    const was = earlier.get(session.id);
    return { session, added: !was, facts: was ? factsThatChanged(was, session) : [] };
  });
}

function factsThatChanged(was: SessionFacts, is: SessionFacts): SessionFact[] {
  const cancelled = was.cancelledOn === null && is.cancelledOn !== null;
  const reinstated = was.cancelledOn !== null && is.cancelledOn === null;
  return [
    ...parts.flatMap(([fact, of]) => (canonical(of(was)) === canonical(of(is)) ? [] : [fact])),
    ...(cancelled ? (["cancelled"] as const) : []),
    ...(reinstated ? (["reinstated"] as const) : []),
    ...(was.confirmedOn !== is.confirmedOn ? (["confirmed"] as const) : []),
  ];
}

function listOf(value: unknown): SessionFacts[] {
  return Array.isArray(value) ? (value as SessionFacts[]) : [];
}
