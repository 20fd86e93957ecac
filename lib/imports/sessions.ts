import type { Place } from "@/db/schema";
import type { Day } from "@/lib/days/days";
import { canonical } from "@/lib/offerings/publication";
import type { SessionFacts } from "@/lib/offerings/sessions/commands";
import { cleanLine } from "./html";
import type { SessionInput } from "./reading";

/** What the run becomes. Free seats and the day of confirmation stay as they were last said; a cancellation keeps its day. */
export function toKept(input: SessionInput, kept: SessionFacts | undefined, id: string, today: Day): SessionFacts {
  const { cancelled, seatsLeft, confirmedOn, ...facts } = input;
  return {
    ...facts,
    id: kept?.id ?? id,
    seatsLeft: seatsLeft ?? kept?.seatsLeft ?? null,
    confirmedOn: confirmedOn ?? kept?.confirmedOn ?? null,
    cancelledOn: cancelled === false ? null : cancelled === true ? (kept?.cancelledOn ?? today) : cancelled,
  };
}

export function isSameSession(a: SessionFacts, b: SessionFacts): boolean {
  return canonical(ordered(a)) === canonical(ordered(b));
}

function ordered(session: SessionFacts) {
  return {
    ...session,
    // Somebody may have written a place in a form, with spaces that no file keeps.
    places: (session.places as Place[]).map((place) => ({
      ...place,
      town: cleanLine(place.town),
      ...(place.address ? { address: cleanLine(place.address) } : {}),
      ...(place.postalCode ? { postalCode: cleanLine(place.postalCode) } : {}),
    })),
    windows: session.windows.map(({ opensOn, closesOn }) => `${opensOn ?? ""}/${closesOn ?? ""}`).sort(),
    prices: session.prices.map(({ learnerGroup, amount, currency }) => `${learnerGroup} ${amount} ${currency}`).sort(),
  };
}
