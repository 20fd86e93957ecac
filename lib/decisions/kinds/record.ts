import { complement, type Day, intersection } from "@/lib/days/days";
import { type Change, identifierKey, type SuccessionKind } from "@/lib/decisions/decision";
import { type Held, type RegisterState, thingIn } from "@/lib/decisions/history";
import { canonical } from "@/lib/offerings/publication";
import type { Texts } from "@/lib/texts/texts";

/** What is so outside of the register, and is entered in it: nobody decides what an organisation is called. */
export type Fact =
  | { of: "name"; name: Texts }
  | { of: "identifier"; scheme: string; value: string }
  | { of: "succession"; successorId: string; kind: SuccessionKind }
  /** An identifier or a succession was entered that never held: `thing` is what the register's state calls it. */
  | { of: "mistake"; thing: string };

export type RecordOrder = { kind: "record"; from: Day; until: Day | null; fact: Fact };

/**
 * What is to be said so that the register tells a fact. A name holds on its days, and what is told of other days stays. An identifier or a
 * succession has one run of days: what was told of others no longer holds, so that recording it again puts it right.
 */
export function recorded({ from, until, fact }: RecordOrder, state: RegisterState): Change[] {
  const days = { from, until };
  switch (fact.of) {
    case "name": {
      const change: Change = { of: "name", ...days, holds: { name: fact.name } };
      return isToldAlready(state.get("name") ?? [], change) ? [] : [change];
    }
    case "identifier": {
      const { scheme, value } = fact;
      return only({ of: "identifier", key: identifierKey(scheme, value), ...days, holds: { scheme, value } }, state);
    }
    case "succession": {
      const { successorId, kind } = fact;
      return only({ of: "succession", key: successorId, ...days, holds: { successorId, kind } }, state);
    }
    case "mistake":
      return (state.get(fact.thing) ?? []).map(({ valid, change }) => ({ ...change, ...valid, holds: null }) as Change);
  }
}

function isToldAlready(held: Held[], change: Change): boolean {
  const [told, ...others] = held.filter(({ valid }) => intersection([valid], [change]).length > 0);
  if (!told || others.length > 0 || complement([told.valid]).some((gap) => intersection([gap], [change]).length > 0)) return false;
  return canonical(told.change.holds) === canonical(change.holds);
}

/** The days that are right, and of all others that were told that nothing holds on them. */
function only(right: Change, state: RegisterState): Change[] {
  const held = state.get(thingIn("", right)) ?? [];
  const outside = complement([right]);
  const gone = held.flatMap(({ valid }) => intersection([valid], outside).map((days) => ({ ...right, ...days, holds: null }) as Change));
  return gone.length === 0 && isToldAlready(held, right) ? [] : [...gone, right];
}
