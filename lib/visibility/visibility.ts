import { addDays, complement, contains, type Day, intersection, type Period, union } from "@/lib/days/days";

export type RegistrationFact = { status: string; valid: Period };

export type AccreditationFact = {
  key: string;
  eqfLevels: number[] | null;
  fields: string[] | null;
  settings: string[] | null;
  jurisdictions: string[] | null;
  offeringId: string | null;
  effect: "full" | "no-new-starts" | "teach-out" | "withdrawn";
  effectOn: Day | null;
  valid: Period;
};

export type RestrictionFact = {
  key: string;
  eqfLevels: number[] | null;
  fields: string[] | null;
  settings: string[] | null;
  offeringId: string | null;
  effect: "hidden" | "no-new-starts" | "teach-out" | "warning";
  effectOn: Day | null;
  valid: Period;
};

/** All that the register knows of a provider and that bears on what the public may see. */
export type ProviderFacts = { registrations: RegistrationFact[]; accreditations: AccreditationFact[]; restrictions: RestrictionFact[] };

/** What of an offering an accreditation's scope is compared with. */
export type OfferingScope = {
  offeringId: string;
  eqf: number;
  fields: string[];
  setting: string | null;
  /** NUTS code of the provider's seat. */
  nuts: string | null;
};

/**
 * Does the scope cover the offering? Every one of its fields must be covered, a code covering all that begin with it; a part in
 * which the accreditation is not limited covers anything.
 */
export function covers(accreditation: AccreditationFact, offering: OfferingScope): boolean {
  const { eqfLevels, fields, settings, jurisdictions, offeringId } = accreditation;
  return (
    (offeringId === null || offeringId === offering.offeringId) &&
    (eqfLevels === null || eqfLevels.includes(offering.eqf)) &&
    (fields === null || offering.fields.every((field) => fields.some((code) => field.startsWith(code)))) &&
    (settings === null || offering.setting === null || settings.includes(offering.setting)) &&
    (jurisdictions === null || jurisdictions.some((code) => offering.nuts?.startsWith(code)))
  );
}

/** Does the restriction bear on the offering? One of its fields within those restricted is enough. */
export function restricts(restriction: RestrictionFact, offering: OfferingScope): boolean {
  const { eqfLevels, fields, settings, offeringId } = restriction;
  return (
    (offeringId === null || offeringId === offering.offeringId) &&
    (eqfLevels === null || eqfLevels.includes(offering.eqf)) &&
    (fields === null || offering.fields.some((field) => fields.some((code) => field.startsWith(code)))) &&
    (settings === null || offering.setting === null || settings.includes(offering.setting))
  );
}

/** The days on which a restriction hides what it bears on: a teach-out from the day after its last. */
export function hiddenDuring({ effect, effectOn, valid }: RestrictionFact): Period[] {
  if (effect === "hidden") return [valid];
  if (effect === "teach-out" && effectOn !== null) return intersection([valid], [{ from: addDays(effectOn, 1), until: null }]);
  return [];
}

/** The days on which an accreditation lets an offering be shown: all of its validity, but a teach-out ends on its date and a withdrawal at once. */
export function shownDuring({ effect, effectOn, valid }: AccreditationFact): Period[] {
  if (effect === "withdrawn") return [];
  if (effect === "teach-out" && effectOn !== null) return intersection([valid], [{ from: null, until: addDays(effectOn, 1) }]);
  return [valid];
}

/**
 * The one place that says when the public may see a published offering: from its first effective day, while the provider is
 * registered and not suspended, while an accreditation that covers it holds. Everything else stores or compares this answer.
 */
export function visiblePeriods(
  offering: OfferingScope & { effectiveFrom: Day },
  { registrations, accreditations, restrictions }: ProviderFacts,
): Period[] {
  const registered = union(registrations.filter(({ status }) => status === "registered").map(({ valid }) => valid));
  const suspended = union(registrations.filter(({ status }) => status === "suspended").map(({ valid }) => valid));
  const accredited = union(accreditations.filter((one) => covers(one, offering)).flatMap(shownDuring));

  const hidden = union(restrictions.filter((one) => restricts(one, offering)).flatMap(hiddenDuring));

  return [[{ from: offering.effectiveFrom, until: null }], registered, complement(suspended), complement(hidden), accredited].reduce(
    intersection,
  );
}

export type Standing =
  /** The restriction is the strictest that bears on the offering; the warning says what it or the accreditation still allows. */
  | {
      visible: true;
      accreditation: AccreditationFact;
      restriction: RestrictionFact | null;
      warning: "no-new-starts" | "teach-out" | "warning" | null;
    }
  | { visible: false; why: "restricted"; since: Day | null; restriction: RestrictionFact }
  /** `since` is for `not-yet` the day from which it will be visible, as far as is known. */
  | { visible: false; why: "not-registered" | "suspended" | "lapsed" | "not-yet" | "out-of-scope"; since: Day | null };

/** Why an offering is visible on a day, or why not and since when: what its page says. */
export function standingOn(
  day: Day,
  offering: OfferingScope & { effectiveFrom: Day },
  { registrations, accreditations, restrictions }: ProviderFacts,
): Standing {
  const suspension = registrations.find(({ status, valid }) => status === "suspended" && contains(valid, day));
  if (suspension) return { visible: false, why: "suspended", since: suspension.valid.from };
  if (!registrations.some(({ status, valid }) => status === "registered" && contains(valid, day))) {
    const ended = registrations.flatMap(({ status, valid }) =>
      status === "registered" && valid.until && valid.until <= day ? [valid.until] : [],
    );
    return { visible: false, why: "not-registered", since: ended.sort().at(-1) ?? null };
  }

  const covering = accreditations.filter((one) => covers(one, offering));
  const holding = covering.filter((one) => shownDuring(one).some((period) => contains(period, day)));
  const best = holding.find(({ effect }) => effect === "full") ?? holding[0];
  if (!best) {
    const ends = covering.flatMap((one) => shownDuring(one)).flatMap(({ until }) => (until && until <= day ? [until] : []));
    if (covering.length === 0) return { visible: false, why: "out-of-scope", since: null };
    const lapsed = ends.sort().at(-1);
    return lapsed
      ? { visible: false, why: "lapsed", since: lapsed }
      : { visible: false, why: "not-yet", since: comingDay(covering, offering) };
  }
  if (day < offering.effectiveFrom) return { visible: false, why: "not-yet", since: offering.effectiveFrom };
  const bearing = restrictions.filter((one) => restricts(one, offering));
  const hiding = bearing.find((one) => hiddenDuring(one).some((period) => contains(period, day)));
  if (hiding) {
    const { effect, effectOn, valid } = hiding;
    return {
      visible: false,
      why: "restricted",
      since: effect === "teach-out" && effectOn ? addDays(effectOn, 1) : valid.from,
      restriction: hiding,
    };
  }
  const effectOf = strictest([best.effect, ...bearing.filter(({ valid }) => contains(valid, day)).map(({ effect }) => effect)]);
  const restriction = bearing.find(({ effect, valid }) => effect === effectOf && contains(valid, day)) ?? null;
  return { visible: true, accreditation: best, restriction, warning: effectOf };
}

/** What of several effects says most of what is no longer allowed. */
function strictest(effects: string[]) {
  return (["teach-out", "no-new-starts", "warning"] as const).find((effect) => effects.includes(effect)) ?? null;
}

/** The day on which the first accreditation covers it, and its version holds. */
function comingDay(covering: AccreditationFact[], { effectiveFrom }: { effectiveFrom: Day }): Day | null {
  const [first] = covering
    .flatMap((one) => shownDuring(one))
    .flatMap(({ from }) => from ?? [])
    .sort();
  if (first === undefined) return null;
  return first < effectiveFrom ? effectiveFrom : first;
}

/** A period in seconds since 1970, as the search index compares it; null is without end. */
export type VisiblePeriod = { from: number; until: number | null };

/** Of all the periods of an offering, the one that holds at a moment, else the next: what the index keeps. */
export function periodAt(periods: VisiblePeriod[], seconds: number): VisiblePeriod | null {
  return periods.filter(({ until }) => until === null || until > seconds).sort((a, b) => a.from - b.from)[0] ?? null;
}
