import type { AuditGrade } from "@/db/schema";
import type { Action } from "./actions/action";

/** What an audit came to. Nobody chooses it: it follows from findings and corrective actions. */
export type AuditResult = "conform" | "remarks" | "corrected" | "not-corrected" | "discontinued";

export const grades = ["conform", "remark", "minor", "major"] as const satisfies AuditGrade[];

/** Whether something must be done about a finding of this grade. */
export const isNonConform = (grade: AuditGrade): boolean => grade === "minor" || grade === "major";

type Found = { findings: { number: number; grade: AuditGrade; dropped: boolean }[]; actions: Action[] };

export function resultOf({ findings, actions }: Found): AuditResult {
  const holding = findings.filter(({ dropped }) => !dropped);
  const wrong = holding.filter(({ grade }) => isNonConform(grade));
  if (wrong.length > 0) return wrong.every(({ number }) => isCorrected(number, actions)) ? "corrected" : "not-corrected";
  return holding.some(({ grade }) => grade === "remark") ? "remarks" : "conform";
}

function isCorrected(finding: number, actions: Action[]): boolean {
  const of = actions.filter((one) => one.finding === finding);
  return of.length > 0 && of.every(({ state }) => state === "accepted");
}
