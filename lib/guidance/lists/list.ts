import type { ListRow } from "@/db/schema";
import { type Actor, may, personIdOf } from "@/lib/auth/permissions";
import type { Day } from "@/lib/days/days";
import type { KeptOffering } from "@/lib/lists/kept";
import { nextSession } from "@/lib/sessions/next";
import type { SessionDates } from "@/lib/sessions/session";

type Owned = Pick<ListRow, "organisationId" | "personId" | "isTemplate">;

/** A client's list is its counsellor's and nobody else's, a colleague's neither; a template is kept by whoever leads the service. */
export function mayKeepList(actor: Actor, { organisationId, personId, isTemplate }: Owned): boolean {
  if (isTemplate) return may(actor, "guidance.lead", { organisationId });
  return may(actor, "guidance.use", { organisationId }) && personId !== null && personId === personIdOf(actor);
}

/** The session that a plan begins with: the next that starts on a day or later and has places, as lists show it. Another can be chosen. */
export function firstSession<Session extends SessionDates>(
  { notice, sessions }: Pick<KeptOffering, "notice"> & { sessions: Session[] },
  from: Day,
  day: Day,
): Session | undefined {
  if (notice !== null) return undefined;
  const inTime = sessions.filter(({ startsOn, seatsLeft }) => startsOn !== null && startsOn >= from && seatsLeft !== 0);
  return nextSession(inTime, day);
}
