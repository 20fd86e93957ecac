import type { Oversight } from "@/lib/authorities/queries";

/**
 * Whether an administrator may close somebody's account and end their sign-ins: the keeper of the instance whoever it is, others only
 * those who act for nobody but their own authority. An account is one for all organisations; what ends it ends it for all of them.
 */
export function mayKeepAccount({ authorityId, all }: Pick<Oversight, "authorityId" | "all">, organisationIds: readonly string[]): boolean {
  return all || (organisationIds.length > 0 && organisationIds.every((id) => id === authorityId));
}

/** Whether an administrator may change a membership: the keeper every one, others those in their own authority. */
export function mayKeepMembership({ authorityId, all }: Pick<Oversight, "authorityId" | "all">, organisationId: string): boolean {
  return all || organisationId === authorityId;
}

export const accountStates = ["any", "active", "suspended"] as const;
/** By the last sign-in: lately, long ago, never. */
export const lastSeen = ["any", "month", "quarter", "year", "never"] as const;
export const accountsPerPage = 25;
