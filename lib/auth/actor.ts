import type { Actor } from "./permissions";
import type { SignedIn } from "./sign-ins/queries";

/** Somebody who is signed in, as who they act here: what commands and queries take. */
export function actorOf({ personId, acting }: Pick<SignedIn, "personId" | "acting">): Actor {
  return { id: `person:${personId}`, role: acting?.role ?? "person", organisationId: acting?.organisationId ?? null };
}
