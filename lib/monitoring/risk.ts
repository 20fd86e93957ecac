import type { FlagKind } from "./flags";

/** What each flag adds: the more a learner would lose by it, the more. */
const weights: Record<FlagKind, number> = {
  quality: 40,
  contradicted: 40,
  bounds: 30,
  level: 25,
  programme: 25,
  agency: 20,
  workload: 20,
  copied: 15,
  unreported: 10,
  unconfirmed: 5,
};

/**
 * The order in which to look, from 0 up: 10 for each changed field that reopens review, 1 for each other, 20 for an offering that nobody has
 * seen yet, and the weights of its open flags. It orders a queue and decides nothing.
 */
export function riskOf(one: { isNew: boolean; reopens: number; others: number; flags: FlagKind[] }): number {
  return (one.isNew ? 20 : 0) + one.reopens * 10 + one.others + one.flags.reduce((sum, kind) => sum + weights[kind], 0);
}
