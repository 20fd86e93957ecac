import { addDays, complement, type Day, intersection } from "@/lib/days/days";
import type { AccreditationTerms, Change, RestrictionTerms } from "@/lib/decisions/decision";
import { holdingFrom, lastOf, type RecordedDecision, type RegisterState, thingIn, withoutDecision } from "@/lib/decisions/history";
import { ok, type Result, refuse } from "@/lib/result";
import { type RecordOrder, recorded } from "./record";

/** The part of what a provider offers that a decision bears on. A part that is null is not limited. */
export type ScopeOrder = { eqfLevels: number[] | null; fields: string[] | null; settings: string[] | null; offeringId: string | null };

/** What a registrar orders, by kind. `until` is the first day outside; null is stated as open. */
export type Order =
  | { kind: "register"; from: Day }
  | { kind: "accredit"; from: Day; until: Day | null; terms: AccreditationTerms }
  | { kind: "extend"; key: string; until: Day | null }
  | { kind: "limit"; from: Day; until: Day | null; scope: ScopeOrder; effect: RestrictionTerms["effect"]; effectOn: Day | null }
  | { kind: "suspend"; from: Day; until: Day | null; scope: ScopeOrder | null }
  | { kind: "reinstate"; from: Day; decisionId: string }
  | { kind: "withdraw"; from: Day; key: string | null }
  | { kind: "correct"; from: Day; decisionId: string }
  | { kind: "correct"; from: Day; until: Day | null; key: string; terms: Pick<AccreditationTerms, "eqfLevels" | "fields" | "settings"> }
  | RecordOrder;

export type DecisionKind = Order["kind"];
export const decisionKinds = [
  "register",
  "accredit",
  "extend",
  "limit",
  "suspend",
  "reinstate",
  "withdraw",
  "correct",
  "record",
] as const satisfies readonly DecisionKind[];

/**
 * What the register holds now, and by which decisions it came to that. `newKey` is the key of what a decision makes: the draft's, so that
 * the dry run and the signature speak of one thing.
 */
export type DecidingFacts = { state: RegisterState; history: RecordedDecision[]; authorityId: string; day: Day; newKey: string };

/** What the decision says in the register, from which day on it takes effect, and which decision it takes the place of. */
export type Decided = { changes: Change[]; effectiveFrom: Day; supersedesId: string | null };

/** What an order comes to, given all that was decided before: pure, so that what is signed is what was shown. */
export function changesFor(order: Order, facts: DecidingFacts): Result<Decided> {
  const { state, authorityId, day } = facts;
  // What was wrong, and what is so without any decision, may have begun before.
  const mayBePast = order.kind === "correct" || order.kind === "record";
  if (!mayBePast && "from" in order && order.from < day) return refuse({ code: "effectiveInThePast", field: "from" });
  const made = (changes: Change[], effectiveFrom: Day, supersedesId: string | null = null): Result<Decided> =>
    changes.length === 0 ? refuse({ code: "decisionChangesNothing" }) : ok({ changes, effectiveFrom, supersedesId });
  const registered = state.get(thingIn(authorityId, { of: "registration" })) ?? [];

  switch (order.kind) {
    case "register": {
      const { from } = order;
      const holds = holdingFrom(registered, from);
      if (holds.length === 1 && holds[0]?.valid.from === from && isRegistered(holds[0].change)) return made([], from);
      return made([{ of: "registration", from, until: null, holds: { status: "registered" } }], from);
    }
    case "accredit":
      return made([{ of: "accreditation", key: facts.newKey, from: order.from, until: order.until, holds: order.terms }], order.from);
    case "extend":
      return extended(order, state, day);
    case "limit":
      return made([restriction(facts.newKey, order, order.scope, order.effect, order.effectOn)], order.from);
    case "suspend": {
      const { from, until, scope } = order;
      if (scope) return made([restriction(facts.newKey, order, scope, "hidden", null)], from);
      return made([{ of: "registration", from, until, holds: { status: "suspended" } }], from);
    }
    case "withdraw":
      return order.key === null
        ? made([{ of: "registration", from: order.from, until: null, holds: { status: "withdrawn" } }], order.from)
        : made(withdrawn(order.key, order.from, state), order.from);
    case "reinstate":
      return reversed(facts, order.decisionId, order.from, made);
    case "correct":
      if ("decisionId" in order) return reversed(facts, order.decisionId, order.from, made);
      return made(corrected(order, state), order.from);
    case "record":
      return made(recorded(order, state), order.fact.of === "mistake" ? day : order.from);
  }
}

type Made = (changes: Change[], effectiveFrom: Day, supersedesId: string | null) => Result<Decided>;

/** Only an authority's own decisions are its to take back. */
function reversed({ history, authorityId }: DecidingFacts, decisionId: string, from: Day, made: Made): Result<Decided> {
  const found = history.find((one) => one.id === decisionId);
  // A fact that was recorded wrongly is recorded again: without it the register would know nothing of its days.
  if (!found || found.authorityId !== authorityId || found.kind === "record") return refuse({ code: "decisionUnknown", field: "decision" });
  return made(withoutDecision(history, decisionId, from), from, decisionId);
}

function isRegistered(change: Change): boolean {
  return change.of === "registration" && change.holds?.status === "registered";
}

type Bounded = { from: Day; until: Day | null };

function restriction(
  key: string,
  { from, until }: Bounded,
  scope: ScopeOrder,
  effect: RestrictionTerms["effect"],
  effectOn: Day | null,
): Change {
  return { of: "restriction", key, from, until, holds: { ...scope, effect, effectOn } };
}

/** The same terms for longer: from its end on, or from today where it had ended already, since nothing held in between. */
function extended({ key, until }: Extract<Order, { kind: "extend" }>, state: RegisterState, day: Day): Result<Decided> {
  const last = lastOf(state.get(`accreditation ${key}`) ?? []);
  if (last?.change.of !== "accreditation" || !last.change.holds) return refuse({ code: "accreditationUnknown", field: "key" });
  const end = last.valid.until;
  if (end === null || (until !== null && until <= end)) return refuse({ code: "notLonger", field: "until" });
  const from = end > day ? end : day;
  if (until !== null && until <= from) return refuse({ code: "endsBeforeItBegins", field: "until" });
  const change: Change = { of: "accreditation", key, from, until, holds: last.change.holds };
  return ok({ changes: [change], effectiveFrom: from, supersedesId: null });
}

/** What is left of it stands in the register as withdrawn, so that one sees what ended and by which decision. */
function withdrawn(key: string, from: Day, state: RegisterState): Change[] {
  return holdingFrom(state.get(`accreditation ${key}`) ?? [], from).flatMap(({ valid, change }): Change[] =>
    change.of !== "accreditation" || !change.holds || change.holds.effect === "withdrawn"
      ? []
      : [{ of: "accreditation", key, ...valid, holds: { ...change.holds, effect: "withdrawn", effectOn: null } }],
  );
}

/** Its days and its scope as they should have been stated; of its other days nothing holds any more. */
function corrected(order: Extract<Order, { kind: "correct"; key: string }>, state: RegisterState): Change[] {
  const held = state.get(`accreditation ${order.key}`) ?? [];
  const last = lastOf(held);
  if (last?.change.of !== "accreditation" || !last.change.holds) return [];
  const { from, until, key } = order;
  const right: Change = { of: "accreditation", key, from, until, holds: { ...last.change.holds, ...order.terms } };
  const outside = complement([{ from, until }]);
  const gone = held.flatMap(({ valid }) =>
    intersection([valid], outside).map((days): Change => ({ of: "accreditation", key, ...(days as Bounded), holds: null })),
  );
  const same = held.length === 1 && last.valid.from === from && last.valid.until === until && sameScope(last.change.holds, order.terms);
  return same ? [] : [...gone, right];
}

function sameScope(a: AccreditationTerms, b: Pick<AccreditationTerms, "eqfLevels" | "fields" | "settings">): boolean {
  return (["eqfLevels", "fields", "settings"] as const).every((part) => JSON.stringify(a[part]) === JSON.stringify(b[part]));
}

/** The first day after the last that a form states. */
export function dayAfter(lastDay: Day | null): Day | null {
  return lastDay && addDays(lastDay, 1);
}
