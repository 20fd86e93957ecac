import { country } from "@/lib/country/country";
import type { Actor } from "./permissions";
import type { SignedIn } from "./sign-ins/queries";

/** Somebody who is signed in, as who they act here: what commands and queries take. */
export function actorOf({ personId, acting }: Pick<SignedIn, "personId" | "acting">): Actor {
  const actor = { id: `person:${personId}`, role: acting?.role ?? "person", organisationId: acting?.organisationId ?? null } as const;
  return acting?.slug === country.keeper ? { ...actor, keeps: true } : actor;
}
