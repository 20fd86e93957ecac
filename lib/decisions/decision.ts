import type { Texts } from "@/db/schema";
import { complement, type Day, intersection, type Period } from "@/lib/days/days";

/** What is covered. A part that is null is not limited; a field's code covers all that begin with it. */
type Scope = {
  eqfLevels: number[] | null;
  fields: string[] | null;
  settings: string[] | null;
  offeringId: string | null;
};

type RegistrationTerms = { status: "registered" | "suspended" | "withdrawn" };

export type AccreditationTerms = Scope & {
  /** NUTS codes; a code covers all that begin with it. */
  jurisdictions: string[] | null;
  accreditingBodyId: string;
  title: Texts;
  type: string;
  standard: string;
  standardLabel: Texts;
  effect: "full" | "no-new-starts" | "teach-out" | "withdrawn";
  effectOn: Day | null;
  /** Where the accrediting body's own decision and report stand. */
  decisionUrl: string | null;
  reportUrl: string | null;
};

export type RestrictionTerms = Scope & {
  effect: "hidden" | "no-new-starts" | "teach-out" | "warning";
  effectOn: Day | null;
};

/** How an organisation follows the one that is decided about. */
export type SuccessionKind = "renamed" | "merged" | "absorbed" | "split";

type Days = {
  from: Day;
  /** First day outside; null is stated as open, never merely missing. */
  until: Day | null;
};

/** What holds from a day until a day, from the decision on; null: nothing does. Whatever the register said of these days is overwritten. */
type RegistrationChange = Days & { of: "registration"; holds: RegistrationTerms | null };
type AccreditationChange = Days & { of: "accreditation"; key: string; holds: AccreditationTerms | null };
type RestrictionChange = Days & { of: "restriction"; key: string; holds: RestrictionTerms | null };
type NameChange = Days & { of: "name"; holds: { name: Texts } | null };
/** The key is scheme and value. What others number it by can be older than anybody knows. */
type IdentifierChange = Omit<Days, "from"> & {
  from: Day | null;
  of: "identifier";
  key: string;
  holds: { scheme: string; value: string } | null;
};
/** The key is the id of the successor. */
type SuccessionChange = Days & { of: "succession"; key: string; holds: { successorId: string; kind: SuccessionKind } | null };

/**
 * The one thing that a decision does to the register, whatever its kind: it says of some days what holds. To register, extend, suspend,
 * reinstate and correct the past are all of this form, so that what the register answers is a function of its decisions.
 */
export type Change = StandingChange | FactChange;
/** What decides whether something may be seen. */
export type StandingChange = RegistrationChange | AccreditationChange | RestrictionChange;
/** What is so whatever anybody decides, and is only recorded. */
export type FactChange = NameChange | IdentifierChange | SuccessionChange;

export function isFact(change: Change): change is FactChange {
  return change.of === "name" || change.of === "identifier" || change.of === "succession";
}

/** What is written of changes: `closed` are the rows that were known until now, `left` what of their days is not overwritten. */
export type Overwriting<Row> = { closed: Row[]; left: { row: Row; valid: Period }[] };

/** Which of the rows that the register knows about one thing a decision's changes overwrite, and what of them stays. */
export function overwrite<Row extends { valid: Period }>(known: Row[], changes: Period[]): Overwriting<Row> {
  const closed = known.filter(({ valid }) => intersection([valid], changes).length > 0);
  const outside = complement(changes);
  return { closed, left: closed.flatMap((row) => intersection([row.valid], outside).map((valid) => ({ row, valid }))) };
}

/** What a change is about: changes with the same answer speak of one thing. */
export function thingOf(change: Change): string {
  return "key" in change ? `${change.of} ${change.key}` : change.of;
}

/** Changes of one decision by what they are about. Two that say something of one day of it contradict each other. */
export function byThing<C extends Change>(changes: C[]): C[][] {
  const things = [...Map.groupBy(changes, thingOf).values()];
  for (const about of things)
    for (const [place, one] of about.entries())
      if (intersection([one], about.slice(place + 1)).length > 0)
        throw new Error(`A decision says two things of one day of ${thingOf(one)}`);
  return things;
}

/** The key of an identifier. A value may have colons of its own, a scheme has none. */
export function identifierKey(scheme: string, value: string): string {
  return `${scheme}:${value}`;
}

/** Scheme and value of an identifier's key. */
export function partsOf(key: string): [scheme: string, value: string] {
  const at = key.indexOf(":");
  return [key.slice(0, at), key.slice(at + 1)];
}
