import type { ProblemCode } from "@/lib/result";
import { type Act, type CaseState, isWindow, type Stage } from "./casework";

const at: Record<Act["kind"], readonly Stage[]> = {
  taken: ["gateway", "assessment", "moderation", "decision", "reconsideration"],
  questioned: ["gateway", "assessment", "moderation", "decision"],
  answered: ["gateway", "assessment", "moderation", "decision"],
  withdrawn: ["gateway", "assessment", "moderation", "decision"],
  checked: ["gateway"],
  assigned: ["assessment"],
  released: ["assessment"],
  assessed: ["assessment"],
  moderated: ["moderation"],
  decided: ["decision", "reconsideration", "hearing"],
  remitted: ["reconsideration", "hearing"],
  represented: ["representation"],
  appealed: ["representation", "appeal"],
};

/** What is done while the applicant is asked too. */
const whileAsked: readonly Act["kind"][] = ["withdrawn", "taken", "released"];

/** Why somebody cannot do something in a case as it stands (`asOf`); null where they can. Rights and conflicts are looked at elsewhere. */
export function whyNot(state: CaseState, act: Act, personId: string): ProblemCode | null {
  const { stage, path } = state;
  if (stage === "closed" || !at[act.kind].includes(stage)) {
    const contests = act.kind === "represented" || act.kind === "appealed";
    return contests && isWindow(path.at(-1)?.stage ?? stage) ? "caseWindowOver" : "caseNotAtStage";
  }
  if (act.kind === "answered") return state.stoppedSince ? null : "caseNotAtStage";
  if (state.stoppedSince && !whileAsked.includes(act.kind)) return "caseWaitsForApplicant";
  switch (act.kind) {
    case "assigned":
      return whyNotAssign(state, act.assessors, personId);
    case "assessed":
      if (!state.assessors.includes(personId)) return "caseNotYours";
      return state.assessments.some((one) => one.personId === personId) ? "caseAssessedAlready" : null;
    case "moderated":
      return [...state.assessors, ...state.earlier].includes(personId) ? "caseAssessorElsewhere" : null;
    case "decided":
      return whyNotDecide(state, personId) ?? (act.decision === "register" && !state.passed ? "caseNotAssessed" : null);
    case "remitted":
      return whyNotDecide(state, personId);
    default:
      return null;
  }
}

/** Whoever has handed in stays; nobody who assesses has another part in the case, or had one in an earlier round. */
function whyNotAssign(
  { assessments, officerId, earlier, decisions }: CaseState,
  assessors: string[],
  personId: string,
): ProblemCode | null {
  if (new Set(assessors).size !== 2) return "twoAssessors";
  const elsewhere = [personId, officerId, ...decisions.map((one) => one.personId)];
  if (assessors.some((one) => elsewhere.includes(one))) return "caseAssessorElsewhere";
  if (assessors.some((one) => earlier.includes(one))) return "caseAssessedEarlier";
  return assessments.every((one) => assessors.includes(one.personId)) ? null : "caseAssessedAlready";
}

function whyNotDecide({ stage, assessors, moderatorId, earlier, decisions }: CaseState, personId: string): ProblemCode | null {
  if ([...assessors, ...earlier].includes(personId) || moderatorId === personId) return "caseAssessorElsewhere";
  const hasDecided = decisions.some((one) => one.kind === "decided" && one.personId === personId);
  return stage === "hearing" && hasDecided ? "caseDecidedBefore" : null;
}
