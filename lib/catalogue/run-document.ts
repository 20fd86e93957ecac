import { dayNumber } from "@/lib/days/days";
import { lastEnrolmentDay } from "@/lib/sessions/session";
import { cardSession } from "./card";
import { always, never, type OfferingRecord, type Shared, sharedOf } from "./document";

/**
 * One session in one enrolment window at one of its places, so that filters on sessions meet in the same one. `currentFrom` and
 * `currentUntil` say on which days it counts.
 */
export type RunDocument = Shared & {
  id: string;
  offering: string;
  stamp: number;
  modes: string[];
  langs: string[];
  schedules: string[];
  /** All places of the session. */
  spots: number[];
  regions: string[];
  /** This one, and the offering at it: the map counts an offering once for each place. */
  spot: number | null;
  pair: string;
  start: number | null;
  price: number | null;
  opens: number | null;
  closes: number | null;
  currentFrom: number;
  currentUntil: number;
};

/** The same as the SQL function current_runs, but for all days at once: which day counts is asked when searching. */
export function toRunDocuments(record: OfferingRecord, stamp: number): RunDocument[] {
  const shared = sharedOf(record);
  return runsOf(record, stamp).map((run) => ({ ...shared, ...run }));
}

type Run = Omit<RunDocument, keyof Shared>;

/** What the documents of an offering's runs have beside what both indexes hold. */
export function runsOf(record: OfferingRecord, stamp: number): Run[] {
  const runs = record.sessions.flatMap((session) => {
    const card = cardSession(session, record.content);
    const last = session.endsOn ?? session.startsOn;
    const windows = card.seatsLeft === 0 || card.windows.length === 0 ? [null] : card.windows;
    const spots = card.spots.length > 0 ? card.spots : [null];
    const stops = windows.flatMap((window) => spots.map((spot) => ({ window, spot })));
    return stops.map(({ window, spot }, position) => {
      const closes = window && lastEnrolmentDay(window, session.startsOn);
      return {
        ...placed(record.id, spot),
        id: `${session.id}-${position}`,
        offering: record.id,
        stamp,
        modes: card.modes,
        langs: card.languages,
        schedules: card.schedule ? [card.schedule] : [],
        spots: card.spots,
        regions: card.regions,
        start: session.startsOn ? dayNumber(session.startsOn) : null,
        price: card.price?.amount ?? null,
        opens: window ? (window.opensOn ? dayNumber(window.opensOn) : always) : null,
        closes: window ? (closes ? dayNumber(closes) : never) : null,
        currentFrom: always,
        // A cancelled one stays, and counts on no day: to take out its words and put them back costs the engine more than all else.
        currentUntil: session.cancelledOn === null ? (last ? dayNumber(last) : never) : always - 1,
      };
    });
  });

  const lasting = Math.max(always - 1, ...runs.map(({ currentUntil }) => currentUntil));
  if (lasting >= never) return runs;
  const idle: Run = {
    ...placed(record.id, null),
    id: record.id,
    offering: record.id,
    stamp,
    modes: record.content.modes,
    langs: record.content.languages,
    schedules: [],
    spots: [],
    regions: [],
    start: null,
    price: null,
    opens: null,
    closes: null,
    currentFrom: lasting + 1,
    currentUntil: never,
  };
  return [...runs, idle];
}

function placed(offering: string, spot: number | null): Pick<RunDocument, "spot" | "pair"> {
  return { spot, pair: spot === null ? offering : `${offering} ${spot}` };
}
