import { contains, type Day } from "@/lib/days/days";
import type { Problem, ProblemCode } from "@/lib/result";
import { type AccreditationFact, covers, type OfferingScope, shownDuring } from "@/lib/visibility/visibility";
import type { OfferingContent } from "./content";

/** Why an offering of this content may not be published, as far as accreditations go: none where one covers it. A new one has no id yet. */
export type Coverage = (offeringId: string | null, content: Pick<OfferingContent, "eqf" | "fields" | "setting">) => Problem[];

/** What is loaded as it was published once, whatever covers it since: a demonstration's past. */
export const anyCoverage: Coverage = () => [];

type Part = "eqfLevels" | "fields" | "settings" | "jurisdictions" | "offeringId";

const parts: Record<Part, { code: ProblemCode; field?: string }> = {
  eqfLevels: { code: "outOfScopeLevel", field: "eqf" },
  fields: { code: "outOfScopeField", field: "fields" },
  settings: { code: "outOfScopeSetting", field: "setting" },
  jurisdictions: { code: "outOfScopeRegion" },
  offeringId: { code: "outOfScopeOffering" },
};

/**
 * What accreditations let a provider publish that holds from a day on: what one in force on that day covers. Where none does, the problems are
 * those of the one that comes closest.
 */
export function coverageOn(day: Day, accreditations: AccreditationFact[], nuts: string | null): Coverage {
  const holding = accreditations.filter((one) => shownDuring(one).some((period) => contains(period, day)));
  return (offeringId, { eqf, fields, setting }) => {
    // Level and field are asked for before anything can be said.
    if (eqf === null || fields.length === 0) return [];
    if (holding.length === 0) return [{ code: "notAccreditedNow" }];
    const offering = { offeringId: offeringId ?? "", eqf, fields, setting, nuts };
    const lacking = holding.map((one) => lackingParts(one, offering)).sort((a, b) => a.length - b.length)[0] ?? [];
    return lacking.map((part) => parts[part]);
  };
}

/** In which parts an accreditation is too narrow for an offering. */
function lackingParts(accreditation: AccreditationFact, offering: OfferingScope): Part[] {
  const open = { ...accreditation, eqfLevels: null, fields: null, settings: null, jurisdictions: null, offeringId: null };
  return (Object.keys(parts) as Part[]).filter((part) => !covers({ ...open, [part]: accreditation[part] }, offering));
}
