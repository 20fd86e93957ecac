import { Temporal } from "temporal-polyfill";
import type { ApiKey } from "@/db/schema";
import type { Actor } from "@/lib/auth/permissions";
import { addDays, type Day } from "@/lib/days/days";

/** Each may do what the one before it may, and more. */
export const scopes = ["read", "write", "publish"] as const;
export type Scope = (typeof scopes)[number];

/** So that a key that leaks into a log or a repository is known for what it is by whoever scans for secrets. */
export const keyPrefix = "cairn_";

/** By these first characters people tell keys apart; they are no help in guessing the rest. */
export function startOf(secret: string): string {
  return secret.slice(0, keyPrefix.length + 6);
}

/** A key is valid through its last day: a year unless said otherwise, two at most. */
export function expiryBounds(today: Day): { first: Day; usual: Day; last: Day } {
  const inYears = (years: number) => Temporal.PlainDate.from(today).add({ years }).toString();
  return { first: addDays(today, 1), usual: inYears(1), last: inYears(2) };
}

export type KeyState = "valid" | "expired" | "revoked";

export function keyState({ revokedAt, expiresOn }: Pick<ApiKey, "revokedAt" | "expiresOn">, today: Day): KeyState {
  if (revokedAt) return "revoked";
  return expiresOn < today ? "expired" : "valid";
}

/** A machine as who it acts: its organisation's, with the rights of the key's scope. */
export function actorOfKey({ id, scope, organisationId }: Pick<ApiKey, "id" | "scope" | "organisationId">): Actor {
  return { id: `key:${id}`, role: `key-${scope}`, organisationId };
}
