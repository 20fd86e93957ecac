import { z } from "zod";
import { cardSession } from "@/lib/catalogue/card";
import type { OfferingRecord } from "@/lib/catalogue/document";
import type { SessionRecord } from "@/lib/catalogue/session-record";
import { findPlace } from "@/lib/country/country";
import type { Day } from "@/lib/days/days";
import { isCurrent } from "@/lib/sessions/session";

/** What the words of a search ask for beside its topic, said as data, since sessions and prices change from day to day. */
export const factsInput = z.strictObject({
  eqf: z.array(z.int().min(1).max(8)).optional(),
  ects: z.number().positive().optional(),
  provider: z.array(z.string()).optional(),
  mode: z.array(z.string()).optional(),
  schedule: z.array(z.string()).optional(),
  free: z.literal(true).optional(),
  priceMax: z.number().positive().optional(),
  near: z.strictObject({ place: z.string().refine((name) => findPlace(name) !== undefined), km: z.number().positive() }).optional(),
});

export type Facts = z.output<typeof factsInput>;

/** Whether an offering is as the words ask: in itself, and in one of its sessions that is not over. */
export function holds(facts: Facts, record: OfferingRecord, day: Day): boolean {
  const { eqf, ects, provider, ...session } = facts;
  if (eqf && !eqf.includes(record.eqf)) return false;
  if (ects !== undefined && record.content.ects !== ects) return false;
  if (provider && !provider.includes(record.provider.slug)) return false;
  if (Object.keys(session).length === 0) return true;
  const current = record.sessions.filter((one) => isCurrent(cardSession(one, record.content), day));
  if (current.length > 0) return current.some((one) => sessionHolds(session, one, record));
  // As in search: an offering without a session has the modes that it states, and nothing else that a session would tell.
  return Object.keys(session).length === 1 && (session.mode?.some((mode) => record.content.modes.includes(mode)) ?? false);
}

function sessionHolds(
  { mode, schedule, free, priceMax, near }: Facts,
  session: SessionRecord,
  { content, provider }: OfferingRecord,
): boolean {
  const { modes, price, towns } = cardSession(session, content);
  return (
    (!mode || mode.some((one) => modes.includes(one))) &&
    (!schedule || (session.schedule !== null && schedule.includes(session.schedule))) &&
    (!free || costsNothing(session)) &&
    (priceMax === undefined || (price !== null && price.amount <= priceMax)) &&
    (!near || (towns.length > 0 ? towns : [provider.town ?? ""]).some((town) => isNear(town, near)))
  );
}

/** For somebody, at least: whoever writes "free" often belongs to the group for which it is. */
function costsNothing({ prices }: SessionRecord): boolean {
  return prices.some(({ amount }) => amount === 0);
}

/** As the crow flies; exact enough for "near" in a country. */
function isNear(town: string, { place, km }: { place: string; km: number }): boolean {
  const [here, there] = [findPlace(town), findPlace(place)];
  if (!here || !there) return false;
  const perDegree = 111.2;
  const north = (here.latitude - there.latitude) * perDegree;
  const east = (here.longitude - there.longitude) * perDegree * Math.cos((there.latitude * Math.PI) / 180);
  return Math.hypot(north, east) <= km;
}
