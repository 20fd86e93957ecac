import { contains, type Day } from "@/lib/days/days";
import { type AccreditationFact, covers, type OfferingScope, type RestrictionFact, restricts } from "@/lib/visibility/visibility";

/** Why a session may not begin on its day as things are decided today: nothing covers that day, or nothing new may start any more. */
export type StartProblem = "not-covered" | "no-new-starts";

type Held = { accreditations: AccreditationFact[]; restrictions: RestrictionFact[] };

export function startProblem(startsOn: Day | null, { accreditations, restrictions }: Held, scope: OfferingScope): StartProblem | null {
  if (startsOn === null) return null;
  const holding = accreditations.filter((one) => one.effect !== "withdrawn" && covers(one, scope) && contains(one.valid, startsOn));
  if (holding.length === 0) return "not-covered";
  const stopped = restrictions.some((one) => restricts(one, scope) && contains(one.valid, startsOn) && !mayStart(one, startsOn));
  return !stopped && holding.some((one) => mayStart(one, startsOn)) ? null : "no-new-starts";
}

/** A teach-out is for those who are learning already, and what is hidden begins nothing. */
function mayStart({ effect, effectOn }: Pick<AccreditationFact | RestrictionFact, "effect" | "effectOn">, startsOn: Day): boolean {
  return effect === "full" || effect === "warning" || (effect === "no-new-starts" && effectOn !== null && startsOn < effectOn);
}
