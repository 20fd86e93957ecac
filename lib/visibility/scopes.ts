import type { Day } from "@/lib/days/days";
import type { OfferingScope, ProviderFacts } from "./visibility";

/**
 * By which offerings of a provider are seen alike on every day, so that thousands of them are asked about once for each scope: all that the rule
 * looks at, and the offering itself where some fact names it alone.
 */
export function scopesUnder(facts: ProviderFacts[]): (offering: OfferingScope & { effectiveFrom: Day }) => string {
  const named = new Set(
    facts.flatMap(({ accreditations, restrictions }) => [...accreditations, ...restrictions].map((one) => one.offeringId)),
  );
  return ({ offeringId, eqf, fields, setting, nuts, effectiveFrom }) =>
    JSON.stringify([eqf, fields, setting, nuts, effectiveFrom, named.has(offeringId) ? offeringId : null]);
}
