import type { Texts } from "@/db/schema";
import { addDays, contains, type Day, type Period } from "@/lib/days/days";
import type { AccreditationFact, RestrictionFact } from "@/lib/visibility/visibility";

/** A decision as the public reads it. */
export type DecisionEntry = {
  /** By which people name it: "decision 1204". */
  number: number;
  kind: string;
  decidedOn: Day;
  /** By when the authority looks at it again. */
  reviewOn: Day | null;
  statement: Texts;
  documentUrl: string | null;
  authority: Texts;
};

/** An accreditation with everything that a page says of it. */
export type AccreditationEntry = AccreditationFact & {
  id: number;
  title: Texts;
  type: string;
  standard: string;
  standardLabel: Texts;
  openEnded: boolean;
  body: Texts;
  decision: DecisionEntry | null;
  decisionUrl: string | null;
  reportUrl: string | null;
};

/** A restriction with the decision that it cannot outlive. */
export type RestrictionEntry = RestrictionFact & {
  id: number;
  decision: DecisionEntry & {
    /** Where one writes who disagrees with it. */
    contact: { email: string | null; homepage: string | null };
  };
};

export type RegistrationEntry = {
  status: string;
  valid: Period;
  authority: Texts;
  decision: DecisionEntry;
};

/** What an accreditation is on a day, in the order in which it is told. */
export type AccreditationState = "to-come" | "in-force" | "no-new-starts" | "teach-out" | "withdrawn" | "ended";

export function accreditationState({ valid, effect, effectOn }: AccreditationFact, day: Day): AccreditationState {
  if (effect === "withdrawn") return "withdrawn";
  if (valid.from !== null && day < valid.from) return "to-come";
  if (!contains(valid, day)) return "ended";
  if (effect === "teach-out") return effectOn !== null && effectOn < day ? "ended" : "teach-out";
  return effect === "no-new-starts" ? "no-new-starts" : "in-force";
}

/** The last day of a period, which is stored half-open; null is without end. */
export function lastDay({ until }: Period): Day | null {
  return until === null ? null : addDays(until, -1);
}

export type ProviderStanding =
  | { state: "suspended"; since: Day | null }
  | { state: "not-registered"; since: Day | null }
  | { state: "accredited" | "limited"; until: Day | null }
  | { state: "not-accredited"; since: Day | null };

/** The one word for a provider on a day: registered and accredited for something, or what stands in the way. */
export function providerStanding(
  registrations: Pick<RegistrationEntry, "status" | "valid">[],
  accreditations: AccreditationFact[],
  day: Day,
): ProviderStanding {
  const suspension = registrations.find(({ status, valid }) => status === "suspended" && contains(valid, day));
  if (suspension) return { state: "suspended", since: suspension.valid.from };
  if (!registrations.some(({ status, valid }) => status === "registered" && contains(valid, day))) {
    const ended = registrations.flatMap(({ status, valid }) =>
      status === "registered" && valid.until && valid.until <= day ? [valid.until] : [],
    );
    return { state: "not-registered", since: ended.sort().at(-1) ?? null };
  }

  const holding = accreditations.filter((one) => ["in-force", "no-new-starts", "teach-out"].includes(accreditationState(one, day)));
  if (holding.length === 0) {
    const ends = accreditations.flatMap(({ valid }) => (valid.until && valid.until <= day ? [valid.until] : []));
    return { state: "not-accredited", since: ends.sort().at(-1) ?? null };
  }
  const ends = holding.map((one) => lastDayOf(one));
  const until = ends.includes(null) ? null : (ends.sort().at(-1) ?? null);
  return { state: holding.some((one) => accreditationState(one, day) === "in-force") ? "accredited" : "limited", until };
}

/** The last day on which it lets anything be shown. */
export function lastDayOf(accreditation: AccreditationFact): Day | null {
  const end = lastDay(accreditation.valid);
  if (accreditation.effect !== "teach-out" || accreditation.effectOn === null) return end;
  return end === null || accreditation.effectOn < end ? accreditation.effectOn : end;
}
