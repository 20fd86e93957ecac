import { RateLimiterDrizzle, RateLimiterRes } from "rate-limiter-flexible";
import { db } from "@/db";
import { rateLimits } from "@/db/schema";

/** So many tries in so many seconds. */
type Limit = { points: number; duration: number };

const limits = {
  /** Links to one address: more would be somebody else's nuisance. */
  "sign-in.email": { points: 5, duration: 15 * 60 },
  /** Sign-ins begun from one network address: an office shares one. */
  "sign-in.address": { points: 60, duration: 15 * 60 },
  invitation: { points: 50, duration: 60 * 60 },
  feedback: { points: 30, duration: 15 * 60 },
  /** Reports to one network address: a library shares one. */
  report: { points: 20, duration: 60 * 60 },
  /** Lists shared or changed from one network address: a guidance office shares one. */
  list: { points: 60, duration: 60 * 60 },
  /** Mails asked for to confirm that somebody wants to be told: to one address, and from one network address. */
  "follow.email": { points: 10, duration: 24 * 60 * 60 },
  follow: { points: 20, duration: 60 * 60 },
  /** New receipts of the register to one network address: each stays for ever. */
  receipt: { points: 300, duration: 15 * 60 },
  /** Requests of one API key. */
  api: { points: 600, duration: 60 },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof limits;
/** `seconds` is the window in which `limit` tries are allowed. */
export type LimitState = { allowed: boolean; limit: number; seconds: number; remaining: number; resetSeconds: number };

const limiters = new Map<LimitName, RateLimiterDrizzle>();

function limiterFor(name: LimitName): RateLimiterDrizzle {
  const known = limiters.get(name);
  if (known) return known;
  const { points, duration } = limits[name];
  const made = new RateLimiterDrizzle({
    storeClient: db,
    schema: rateLimits,
    keyPrefix: name,
    points,
    duration,
    clearExpiredByTimeout: false,
  });
  limiters.set(name, made);
  return made;
}

/** Counts one try under a key, for all web processes together. */
export async function countTry(name: LimitName, key: string): Promise<LimitState> {
  const limit = limits[name];
  try {
    return stateOf(await limiterFor(name).consume(key), limit, true);
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return stateOf(refused, limit, false);
    throw refused;
  }
}

function stateOf({ remainingPoints, msBeforeNext }: RateLimiterRes, { points, duration }: Limit, allowed: boolean): LimitState {
  return {
    allowed,
    limit: points,
    seconds: duration,
    remaining: Math.max(0, remainingPoints),
    resetSeconds: Math.ceil(msBeforeNext / 1000),
  };
}
