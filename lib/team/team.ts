import type { MemberRole } from "@/db/schema";
import type { ProblemCode } from "@/lib/result";

const byKind = [
  ["provider", ["viewer", "editor", "manager"]],
  ["awarding-body", ["viewer", "editor", "manager"]],
  ["competent-authority", ["registrar", "auditor", "analyst", "assessor", "administrator"]],
  ["guidance-service", ["counsellor", "lead-counsellor"]],
] as const satisfies readonly (readonly [string, readonly MemberRole[]])[];

/** The roles that people can have in an organisation, by what it does here; the last of each kind leads the team. */
export function rolesIn(organisationRoles: readonly string[]): MemberRole[] {
  return [...new Set(byKind.flatMap(([kind, roles]) => (organisationRoles.includes(kind) ? roles : [])))];
}

/** Whoever keeps the team: without one of them nobody could be let in or out any more. */
export function leads(role: MemberRole): boolean {
  return role === "manager" || role === "administrator" || role === "lead-counsellor";
}

/** A suspended member acts no more, and leads nobody. */
export type MemberFact = { personId: string; role: MemberRole; isSuspended?: boolean };

/** What stands in the way of giving a member another role, or of taking them out (`next` is null). */
export function problemWithChange(members: readonly MemberFact[], personId: string, next: MemberRole | null): ProblemCode | undefined {
  const member = members.find((one) => one.personId === personId);
  if (!member) return "memberUnknown";
  const othersLead = members.some((one) => one.personId !== personId && leads(one.role) && !one.isSuspended);
  return leads(member.role) && !(next && leads(next)) && !othersLead ? "lastManager" : undefined;
}
