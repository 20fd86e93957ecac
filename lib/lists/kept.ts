import type { KeptState, Texts } from "@/db/schema";
import type { SessionRecord } from "@/lib/catalogue/session-record";
import type { Day } from "@/lib/days/days";
import type { NoticeKind } from "@/lib/offerings/notice";
import { isCurrent, sessionState } from "@/lib/sessions/session";

/** An offering as a list shows it, in the catalogue or out of it. */
export type KeptOffering = {
  id: string;
  slug: string;
  title: Texts;
  original: string;
  provider: { id: string; slug: string; name: Texts; town: string | null };
  version: number;
  eqf: number;
  ects: number | null;
  hours: number | null;
  modes: string[];
  languages: string[];
  notice: NoticeKind | null;
  /** Only those who are enrolled finish. */
  teachOut: boolean;
  sessions: SessionRecord[];
};

/** A change that somebody who kept an offering wants to know, about the session that starts on a day or about the whole of it. */
export type KeptChange =
  | { what: "version"; from: number; to: number }
  | { what: "gone"; notice: NoticeKind }
  | { what: "back" }
  | { what: SessionChange; startsOn: Day | null }
  | { what: "moved"; startsOn: Day | null; from: Day | null }
  | { what: "price"; startsOn: Day | null; from: number | null; to: number | null; currency: string };

const sessionChanges = ["added", "dropped", "cancelled", "full", "places", "opened", "closed"] as const;
type SessionChange = (typeof sessionChanges)[number];

/** More sessions than these nobody follows one by one. */
const mostSessions = 40;

const enrollable = ["enrol-now", "closing-soon"];

function priceOf(session: SessionRecord) {
  return session.prices.find(({ learnerGroup }) => learnerGroup === "everyone");
}

/** What is kept of an offering on a day, to be compared with later. */
export function keptState(offering: KeptOffering, day: Day): KeptState {
  const sessions = offering.sessions.filter((session) => isCurrent(session, day)).slice(0, mostSessions);
  return {
    on: day,
    version: offering.version,
    notice: offering.notice,
    sessions: sessions.map((session) => ({
      id: session.id,
      startsOn: session.startsOn,
      state: sessionState(session, day).state,
      price: priceOf(session)?.amount ?? null,
      currency: priceOf(session)?.currency ?? null,
    })),
  };
}

/**
 * What has changed since an offering was kept, the weightiest first. Where it has left the catalogue, its dates are of no use to anybody.
 * That a session has begun or is over is the calendar's doing and no change.
 */
export function changesSince(kept: KeptState, offering: KeptOffering, day: Day): KeptChange[] {
  const version: KeptChange[] = kept.version === offering.version ? [] : [{ what: "version", from: kept.version, to: offering.version }];
  if (offering.notice !== null) return offering.notice === kept.notice ? version : [{ what: "gone", notice: offering.notice }, ...version];
  const back: KeptChange[] = kept.notice === null ? [] : [{ what: "back" }];
  return [...back, ...version, ...kept.sessions.flatMap((was) => changesOf(was, offering, day)), ...added(kept, offering, day)];
}

function added(kept: KeptState, offering: KeptOffering, day: Day): KeptChange[] {
  const known = new Set(kept.sessions.map(({ id }) => id));
  // Where not all could be kept, one that is not among them need not be new.
  if (kept.sessions.length === mostSessions) return [];
  return offering.sessions
    .filter((session) => isCurrent(session, day) && !known.has(session.id))
    .map(({ startsOn }) => ({ what: "added", startsOn }));
}

function changesOf(was: KeptState["sessions"][number], offering: KeptOffering, day: Day): KeptChange[] {
  const session = offering.sessions.find(({ id }) => id === was.id);
  if (!session) return was.startsOn === null || was.startsOn >= day ? [{ what: "dropped", startsOn: was.startsOn }] : [];
  const { startsOn } = session;
  if (session.cancelledOn !== null) return [{ what: "cancelled", startsOn }];
  if (!isCurrent(session, day)) return [];
  const state = enrolmentChange(was.state, sessionState(session, day).state);
  const price = priceOf(session);
  const priced = (price?.amount ?? null) !== was.price;
  return [
    ...(startsOn === was.startsOn ? [] : [{ what: "moved", startsOn, from: was.startsOn } as const]),
    ...(state === null ? [] : [{ what: state, startsOn }]),
    ...(priced
      ? [
          {
            what: "price",
            startsOn,
            from: was.price,
            to: price?.amount ?? null,
            currency: price?.currency ?? was.currency ?? "EUR",
          } as const,
        ]
      : []),
  ];
}

function enrolmentChange(was: string, is: string): SessionChange | null {
  if (is === "full") return was === "full" ? null : "full";
  if (was === "full") return enrollable.includes(is) ? "places" : null;
  if (enrollable.includes(is)) return enrollable.includes(was) ? null : "opened";
  return enrollable.includes(was) && is === "starts-soon" ? "closed" : null;
}
