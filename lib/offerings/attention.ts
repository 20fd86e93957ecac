import { addDays, contains, type Day } from "@/lib/days/days";
import { type AccreditationFact, covers, type OfferingScope, type RestrictionFact, restricts } from "@/lib/visibility/visibility";
import type { Element } from "./completeness";
import type { OfferingContent } from "./content";

/** What makes somebody look at an offering again, in the order in which it presses. */
export const attentions = [
  "missing",
  "notCovered",
  "restricted",
  "audited",
  "lapsing",
  "sessionsPast",
  "unconfirmed",
  "stale",
  "withdrawn",
] as const;

export type Attention = (typeof attentions)[number];

/** So many days a session stays confirmed, and so many before its end an accreditation is about to lapse. */
const [confirmedFor, lapsesWithin] = [60, 90];

/** What the database says of an offering, for the list of those who keep it. */
export type AttentionFacts = {
  id: string;
  status: "draft" | "published" | "withdrawn" | "archived";
  eqf: OfferingContent["eqf"];
  fields: string[];
  setting: string | null;
  missing: Element[];
  stale: boolean;
  /** Whether an audit demands a correction that is not stated done. */
  audited: boolean;
  /** Runs that were not cancelled: how many there are, how many are not over, and the earliest day one of those was last confirmed. */
  sessions: number;
  currentSessions: number;
  confirmedOn: Day | null;
};

/** The days that marks are made by: counted once for a whole list. */
type MarkDays = { today: Day; confirmedSince: Day; lapsesBy: Day };

export function markDays(today: Day): MarkDays {
  return { today, confirmedSince: addDays(today, -confirmedFor), lapsesBy: addDays(today, lapsesWithin) };
}

/** Why an offering needs attention on a day. One that is archived needs none. */
export function attentionOf(
  facts: AttentionFacts,
  { accreditations, restrictions }: { accreditations: AccreditationFact[]; restrictions: RestrictionFact[] },
  nuts: string | null,
  days: MarkDays,
): Attention[] {
  if (facts.status === "archived") return [];
  const { status, sessions, currentSessions, confirmedOn } = facts;
  const scope = { offeringId: facts.id, eqf: facts.eqf ?? 0, fields: facts.fields, setting: facts.setting, nuts };
  const is: Record<Attention, boolean> = {
    missing: facts.missing.length > 0,
    ...standing(scope, facts, accreditations, days),
    restricted: restrictions.some((one) => contains(one.valid, days.today) && restricts(one, scope)),
    audited: facts.audited,
    sessionsPast: status === "published" && sessions > 0 && currentSessions === 0,
    unconfirmed: currentSessions > 0 && confirmedOn !== null && confirmedOn < days.confirmedSince,
    stale: facts.stale,
    withdrawn: status === "withdrawn",
  };
  return attentions.filter((one) => is[one]);
}

/** Whether no accreditation covers it today, or none will in some weeks. Where level or field are not stated yet, nothing can be said. */
function standing(scope: OfferingScope, { eqf, fields }: AttentionFacts, accreditations: AccreditationFact[], days: MarkDays) {
  if (eqf === null || fields.length === 0) return { notCovered: false, lapsing: false };
  const covering = accreditations.filter((one) => one.effect !== "withdrawn" && covers(one, scope));
  const holds = holdsOn(covering, days.today);
  return { notCovered: !holds, lapsing: holds && !holdsOn(covering, days.lapsesBy) };
}

function holdsOn(accreditations: AccreditationFact[], day: Day): boolean {
  return accreditations.some(({ valid, effect, effectOn }) => {
    const isTaughtOut = effect === "teach-out" && effectOn !== null && effectOn < day;
    return contains(valid, day) && !isTaughtOut;
  });
}

/** What an offering is to those who keep it. */
export type KeptState = "draft" | "live" | "changed" | "scheduled" | "withdrawn" | "archived";

export const keptStates = ["draft", "live", "changed", "scheduled", "withdrawn", "archived"] as const;

export function keptState(facts: { status: AttentionFacts["status"]; pending: boolean; publishOn: Day | null }): KeptState {
  if (facts.status === "withdrawn" || facts.status === "archived") return facts.status;
  if (facts.publishOn !== null) return "scheduled";
  if (facts.status === "draft") return "draft";
  return facts.pending ? "changed" : "live";
}
