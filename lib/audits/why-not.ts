import type { Day } from "@/lib/days/days";
import type { ProblemCode } from "@/lib/result";
import type { Act } from "./act";
import type { Action } from "./actions/action";
import { type AuditState, inForce, type Stage, unsettled } from "./audit";
import { isNonConform, resultOf } from "./result";

const open: readonly Stage[] = ["opened", "announced", "asked", "examined", "sent", "answered", "final"];

/** At which stages an act belongs. */
const at: Record<Act["kind"], readonly Stage[]> = {
  assigned: open,
  announced: ["opened"],
  asked: ["announced", "examined"],
  extended: ["asked", "sent"],
  handedIn: ["asked"],
  proceeded: ["announced", "asked"],
  found: ["examined"],
  sent: ["examined"],
  answered: ["sent"],
  kept: ["answered"],
  changed: ["answered"],
  dropped: ["examined", "answered"],
  finalised: ["sent", "answered"],
  demanded: ["final"],
  prolonged: ["final"],
  stated: ["final"],
  accepted: ["final"],
  returned: ["final"],
  proposed: ["examined", "sent", "answered", "final"],
  closed: ["final"],
  ended: open,
  published: ["closed"],
};

/** Why something cannot be done in an audit now; null where it can. Rights and conflicts are looked at elsewhere. */
export function whyNot(state: AuditState, act: Act, day: Day): ProblemCode | null {
  if (!at[act.kind].includes(state.stage)) return "auditNotAtStage";
  if ("dueOn" in act && act.dueOn <= day) return "dayNotAhead";
  const isOver = (state.path.at(-1)?.dueOn ?? day) < day;
  switch (act.kind) {
    case "asked":
      return act.items.length === 0 ? "auditAskedNothing" : null;
    // Whoever was asked has its days; they are over before one goes on without it.
    case "proceeded":
      return state.stage === "asked" && !isOver ? "auditProviderHasTime" : null;
    case "sent":
      return inForce(state).length === 0 ? "auditFoundNothing" : null;
    case "answered":
      return inForce(state).every(({ number }) => act.answers[number]) ? null : "auditAnswerMissing";
    case "kept":
    case "changed":
    case "dropped":
    case "found":
      return whyNotFinding(state, act);
    case "finalised":
      if (state.stage === "sent") return isOver ? null : "auditProviderHasTime";
      return unsettled(state).length > 0 ? "auditUnsettled" : null;
    case "closed":
      return whyNotClose(state);
    default:
      return "action" in act ? whyNotAct(state, act) : null;
  }
}

function whyNotFinding(state: AuditState, act: Extract<Act, { kind: "kept" | "changed" | "dropped" | "found" }>): ProblemCode | null {
  const known = state.findings.find(({ number }) => number === act.finding);
  if (act.kind === "found" && !known) return act.finding === state.findings.length + 1 && act.revision === 1 ? null : "auditFindingUnknown";
  if (!known || known.dropped) return "auditFindingUnknown";
  if ("revision" in act && act.revision !== known.revision + 1) return "auditFindingUnknown";
  return state.stage === "answered" && known.settled ? "auditFindingSettled" : null;
}

type ActionAct = Extract<Act, { action: number }>;

function whyNotAct(state: AuditState, act: ActionAct): ProblemCode | null {
  const known = state.actions.find(({ number }) => number === act.action);
  if (act.kind === "demanded") {
    const finding = inForce(state).find(({ number }) => number === act.finding);
    if (!finding) return "auditFindingUnknown";
    if (!isNonConform(finding.grade)) return "auditNothingToCorrect";
    return known || act.action !== state.actions.length + 1 ? "auditActionUnknown" : null;
  }
  if (!known) return "auditActionUnknown";
  const from: Record<Exclude<ActionAct["kind"], "demanded">, Action["state"][]> = {
    prolonged: ["open"],
    stated: ["open"],
    accepted: ["stated"],
    returned: ["stated"],
  };
  if (!from[act.kind].includes(known.state)) return "auditActionNotThere";
  return act.kind === "prolonged" && act.dueOn <= known.dueOn ? "auditNotLonger" : null;
}

/** An audit is closed once all is corrected; or where a registrar was asked to decide about what is not. */
function whyNotClose(state: AuditState): ProblemCode | null {
  const notDone = state.actions.some((one) => one.state !== "accepted");
  if (!notDone && resultOf(state) !== "not-corrected") return null;
  return state.proposals > 0 ? null : "auditNotCorrected";
}
