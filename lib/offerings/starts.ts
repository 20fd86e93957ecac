import { contains, type Day } from "@/lib/days/days";
import { type AccreditationFact, covers, type OfferingScope } from "@/lib/visibility/visibility";

/** Why a session may not begin on its day as things are decided today: nothing covers that day, or nothing new may start any more. */
export type StartProblem = "not-covered" | "no-new-starts";

export function startProblem(startsOn: Day | null, accreditations: AccreditationFact[], scope: OfferingScope): StartProblem | null {
  if (startsOn === null) return null;
  const holding = accreditations.filter((one) => one.effect !== "withdrawn" && covers(one, scope) && contains(one.valid, startsOn));
  if (holding.length === 0) return "not-covered";
  const mayStart = holding.some(
    ({ effect, effectOn }) => effect === "full" || (effect === "no-new-starts" && effectOn !== null && startsOn < effectOn),
  );
  return mayStart ? null : "no-new-starts";
}
