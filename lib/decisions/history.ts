import { type Day, intersection, type Period } from "@/lib/days/days";
import { canonical } from "@/lib/offerings/publication";
import type { ProviderFacts } from "@/lib/visibility/visibility";
import { type Change, isFact, overwrite } from "./decision";

/** A decision as the list of an organisation's decisions holds it, in the order in which they became known. */
export type RecordedDecision = {
  id: string;
  kind: string;
  authorityId: string;
  effectiveFrom: Day;
  supersedesId: string | null;
  changes: Change[];
};

type Days = { from: Day; until: Day | null };
export type Held = { valid: Days; change: Change };

/** What the register holds after a list of decisions, by thing: each thing's parts in any order, none over another. */
export type RegisterState = Map<string, Held[]>;

/** Every authority has a registration of its own; all else is the organisation's. */
export function thingIn(authorityId: string, change: Pick<Change, "of"> & { key?: string }): string {
  if (change.of === "registration") return `registration ${authorityId}`;
  return change.key === undefined ? change.of : `${change.of} ${change.key}`;
}

/** The register is a function of its decisions: what holds of each thing after all of them. */
export function replay(history: RecordedDecision[]): RegisterState {
  return history.reduce((state, { authorityId, changes }) => applied(state, authorityId, changes), new Map() as RegisterState);
}

/** What holds once a decision of an authority has said these changes too. */
export function applied(before: RegisterState, authorityId: string, changes: Change[]): RegisterState {
  const state: RegisterState = new Map(before);
  for (const change of changes) {
    const thing = thingIn(authorityId, change);
    const known = state.get(thing) ?? [];
    const { closed, left } = overwrite(known, [change]);
    const stays = known.filter((one) => !closed.includes(one));
    const cut = left.map(({ row, valid }) => ({ ...row, valid: valid as Days }));
    state.set(thing, [...stays, ...cut, ...(change.holds ? [{ valid: { from: change.from, until: change.until } as Days, change }] : [])]);
  }
  return state;
}

/** The same as visibility is told by. */
export function factsIn(state: RegisterState): ProviderFacts {
  const facts: ProviderFacts = { registrations: [], accreditations: [], restrictions: [] };
  for (const { valid, change } of [...state.values()].flat()) {
    if (change.of === "registration" && change.holds) facts.registrations.push({ ...change.holds, valid });
    if (change.of === "accreditation" && change.holds) facts.accreditations.push({ ...change.holds, key: change.key, valid });
    if (change.of === "restriction" && change.holds) facts.restrictions.push({ ...change.holds, key: change.key, valid });
  }
  return facts;
}

/**
 * What a decision must say so that from a day on the register holds what it would hold without another: what came after that one stays, and
 * so does what was known of the days before. A reversal of the whole is one from its first day. Facts that it told stay: an organisation is
 * called what it is called, also where it should not have been registered.
 */
export function withoutDecision(history: RecordedDecision[], decisionId: string, from: Day | null): Change[] {
  const reversed = history.find(({ id }) => id === decisionId);
  if (!reversed) return [];
  const [now, wanted] = [replay(history), replay(history.filter((one) => one !== reversed))];
  const things = new Map(reversed.changes.filter((one) => !isFact(one)).map((change) => [thingIn(reversed.authorityId, change), change]));
  return [...things].flatMap(([thing, change]) => differences(change, now.get(thing) ?? [], wanted.get(thing) ?? [], from));
}

/** What is to be said of one thing so that `wanted` holds in place of `now`. */
function differences(about: Change, now: Held[], wanted: Held[], from: Day | null): Change[] {
  const edges = [...now, ...wanted].flatMap(({ valid }) => [valid.from, valid.until ?? []].flat());
  const days = [...new Set([...edges, ...(from ? [from] : [])])].filter((day) => from === null || day >= from).sort();
  const changes: Change[] = [];
  for (const [place, day] of days.entries()) {
    const until = days[place + 1] ?? null;
    const [is, should] = [heldOn(now, day), heldOn(wanted, day)];
    if (canonical(is) === canonical(should)) continue;
    const previous = changes.at(-1);
    if (previous?.until === day && canonical(previous.holds) === canonical(should)) previous.until = until;
    else
      changes.push({
        ...("key" in about ? { of: about.of, key: about.key } : { of: about.of }),
        from: day,
        until,
        holds: should,
      } as Change);
  }
  return changes;
}

function heldOn(held: Held[], day: Day): Change["holds"] {
  return held.find(({ valid }) => valid.from <= day && (valid.until === null || day < valid.until))?.change.holds ?? null;
}

/** The part of a thing that reaches furthest into the future. */
export function lastOf(held: Held[]): Held | undefined {
  return held.toSorted((a, b) => b.valid.from.localeCompare(a.valid.from))[0];
}

/** The parts that hold on some day from a day on, cut to those days. */
export function holdingFrom(held: Held[], from: Day): Held[] {
  return held.flatMap((one) =>
    intersection([one.valid], [{ from, until: null } satisfies Period]).map((valid) => ({ ...one, valid: valid as Days })),
  );
}
