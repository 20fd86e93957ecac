import type { Day } from "@/lib/days/days";
import { canonical } from "@/lib/offerings/publication";
import type { SessionInput } from "./reading";

/** A run as the register keeps it. */
export type KeptSession = {
  id: string;
  externalId: string;
  startsOn: Day | null;
  endsOn: Day | null;
  schedule: string | null;
  times: unknown;
  modes: string[];
  languages: string[];
  places: unknown;
  seats: number | null;
  seatsLeft: number | null;
  url: string | null;
  cancelledOn: Day | null;
  confirmedOn: Day | null;
  windows: Array<{ opensOn: Day | null; closesOn: Day | null }>;
  prices: Array<{ learnerGroup: string; amount: number; currency: string }>;
};

/** What the run becomes. Free seats and the day of confirmation stay as they were last said; a cancellation keeps its day. */
export function toKept(input: SessionInput, kept: KeptSession | undefined, id: string, today: Day): KeptSession {
  const { cancelled, seatsLeft, confirmedOn, ...facts } = input;
  return {
    ...facts,
    id: kept?.id ?? id,
    seatsLeft: seatsLeft ?? kept?.seatsLeft ?? null,
    confirmedOn: confirmedOn ?? kept?.confirmedOn ?? null,
    cancelledOn: cancelled === false ? null : cancelled === true ? (kept?.cancelledOn ?? today) : cancelled,
  };
}

export function isSameSession(a: KeptSession, b: KeptSession): boolean {
  return canonical(ordered(a)) === canonical(ordered(b));
}

function ordered(session: KeptSession) {
  return {
    ...session,
    windows: session.windows.map(({ opensOn, closesOn }) => `${opensOn ?? ""}/${closesOn ?? ""}`).sort(),
    prices: session.prices.map(({ learnerGroup, amount, currency }) => `${learnerGroup} ${amount} ${currency}`).sort(),
  };
}
