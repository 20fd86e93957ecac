import type { Assessment } from "./assessment";
import type { Done, Remitted } from "./casework";

/** What was found in a round that was sent back. */
export type Round = {
  assessments: { personId: string; assessment: Assessment }[];
  moderated: { personId: string; assessment: Assessment } | null;
  remitted: Remitted;
};

/** The rounds of a case that were sent back, the first first. */
export function earlierRounds(acts: readonly Done[]): Round[] {
  const rounds: Round[] = [];
  let begins = 0;
  for (const [place, act] of acts.entries()) {
    if (act.kind !== "remitted") continue;
    const found = (kind: "assessed" | "moderated") =>
      acts
        .slice(begins, place)
        .flatMap((one) => (one.kind === kind && "assessment" in one ? [{ personId: one.personId, assessment: one.assessment }] : []));
    rounds.push({ assessments: found("assessed"), moderated: found("moderated")[0] ?? null, remitted: act });
    begins = place + 1;
  }
  return rounds;
}
