import type { Random } from "@/bench/random";
import { country } from "@/lib/country/country";
import { addDays, type Day } from "@/lib/days/days";
import { vocabulary } from "@/lib/vocabularies/vocabulary";
import { someModes } from "./offerings";

export type SessionRows = {
  sessions: Record<string, unknown>[];
  windows: { session_id: string; opens_on: Day | null; closes_on: Day | null }[];
  prices: { session_id: string; learner_group: string; amount: number; currency: string }[];
};

const schedules = vocabulary("schedules").map(({ code }) => code);
/** Four on average. */
const counts = [
  [0, 7],
  [1, 12],
  [2, 15],
  [3, 14],
  [4, 14],
  [5, 11],
  [6, 10],
  [8, 9],
  [10, 6],
  [12, 2],
] as const;

/** The runs of one offering: some over, some cancelled, some undated, full, free or without a stated price. */
export function addSessions(random: Random, offeringId: string, today: Day, rows: SessionRows): void {
  const count = random.weighted(counts);
  for (let number = 1; number <= count; number++) {
    const id = random.uuid();
    const startsOn = random.chance(0.08) ? null : addDays(today, random.int(-300, 330));
    const endsOn = startsOn === null || random.chance(0.15) ? null : addDays(startsOn, random.int(0, 150));
    const seats = random.chance(0.6) ? random.int(8, 60) : null;
    const place = random.pick(country.places);
    rows.sessions.push({
      id,
      offering_id: offeringId,
      external_id: `S-${number}`,
      starts_on: startsOn,
      ends_on: endsOn,
      schedule: random.chance(0.7) ? random.pick(schedules) : null,
      modes: random.chance(0.3) ? [random.weighted(someModes)] : [],
      languages: random.chance(0.15) ? [random.pick(["en", "nl", "fr", "de"])] : [],
      places: random.chance(0.75) ? [{ town: place.names[0], nuts: place.nuts, latitude: place.latitude, longitude: place.longitude }] : [],
      seats,
      seats_left: seats === null ? null : random.chance(0.12) ? 0 : random.int(1, seats),
      cancelled_on: random.chance(0.05) ? addDays(today, -random.int(1, 60)) : null,
    });
    addWindows(random, id, startsOn ?? addDays(today, random.int(10, 200)), rows);
    addPrices(random, id, rows);
  }
}

function addWindows(random: Random, sessionId: string, start: Day, rows: SessionRows): void {
  const windows = random.weighted([
    [0, 18],
    [1, 70],
    [2, 12],
  ]);
  for (let number = 0; number < windows; number++) {
    const opens = addDays(start, -random.int(60, 200) + number * 20);
    const closes = addDays(opens, random.int(5, 90));
    const missing = random.next();
    rows.windows.push({ session_id: sessionId, opens_on: missing < 0.1 ? null : opens, closes_on: missing > 0.85 ? null : closes });
  }
}

function addPrices(random: Random, sessionId: string, rows: SessionRows): void {
  if (random.chance(0.12)) return;
  const amount = random.chance(0.2) ? 0 : random.chance(0.9) ? random.int(2, 120) * 10 : random.int(100, 12_000) / 4;
  rows.prices.push({ session_id: sessionId, learner_group: "everyone", amount, currency: country.currency });
  if (random.chance(0.25)) rows.prices.push({ session_id: sessionId, learner_group: "jobseekers", amount: 0, currency: country.currency });
}
