import type { CaseAges } from "./queries";

type Stage = "gateway" | "assessment" | "moderation" | "decision" | "representation" | "reconsideration" | "appeal" | "hearing";
type State = "received" | "forwarded" | "answered";

/** What a stage of a kind of cases is called; null for all stages together. */
export function nameOfStage(
  { kind, stage }: Pick<CaseAges, "kind" | "stage">,
  casework: (key: Stage) => string,
  reports: (key: State) => string,
): string | null {
  if (stage === "") return null;
  return kind === "application" ? casework(stage as Stage) : reports(stage as State);
}
