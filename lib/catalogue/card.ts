import type { Place, SessionPrice, Texts } from "@/db/schema";
import type { Day } from "@/lib/days/days";
import type { OfferingContent } from "@/lib/offerings/content";
import { spotOf } from "@/lib/places/spot";
import type { SessionDates } from "@/lib/sessions/session";
import type { SessionRecord } from "./session-record";

/** The accreditation as a result card tells of it. */
export type CardAccreditation = {
  standard: string;
  title: Texts;
  /** The last day; null where stated as open-ended. */
  until: Day | null;
  warning: "no-new-starts" | "teach-out" | "warning" | null;
  /** The day from which the warning's effect holds. */
  effectOn: Day | null;
} | null;

/** A session as a result card needs it. */
export type CardSession = SessionDates & {
  towns: string[];
  /** The squares of the map in which it is held (lib/places). */
  spots: number[];
  regions: string[];
  schedule: string | null;
  modes: string[];
  languages: string[];
  price: { amount: number; currency: string } | null;
};

function townsOf(places: Place[]): string[] {
  return [...new Set(places.map(({ town }) => town))];
}

function spotsOf(places: Place[]): number[] {
  const points = places.flatMap(({ latitude, longitude }) =>
    latitude === undefined || longitude === undefined ? [] : [{ latitude, longitude }],
  );
  return [...new Set(points.map(spotOf))];
}

/** Those that a NUTS code begins with, the country left out: "BE234" is in BE2, BE23 and BE234. */
function regionsOf(places: Place[]): string[] {
  const codes = places.flatMap(({ nuts = "" }) =>
    Array.from({ length: Math.max(nuts.length - 2, 0) }, (_, more) => nuts.slice(0, more + 3)),
  );
  return [...new Set(codes)].sort();
}

/** What somebody without any claim to a lower price pays. */
function fullPrice(prices: SessionPrice[]) {
  const price = prices.find(({ learnerGroup }) => learnerGroup === "everyone");
  return price ? { amount: price.amount, currency: price.currency } : null;
}

export function cardSession(session: SessionRecord, content: OfferingContent): CardSession {
  return {
    startsOn: session.startsOn,
    endsOn: session.endsOn,
    cancelledOn: session.cancelledOn,
    seatsLeft: session.seatsLeft,
    windows: session.windows.map(({ opensOn, closesOn }) => ({ opensOn, closesOn })),
    towns: townsOf(session.places),
    spots: spotsOf(session.places),
    regions: regionsOf(session.places),
    schedule: session.schedule,
    modes: session.modes.length > 0 ? session.modes : content.modes,
    languages: session.languages.length > 0 ? session.languages : content.languages,
    price: fullPrice(session.prices),
  };
}
