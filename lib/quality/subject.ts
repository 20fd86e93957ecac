import type { SaidInstitution } from "@/lib/interop/deqar/said";
import type { Match } from "./matching";

/** What is known of a provider that a report is about: found by an identifier, confirmed by an officer, proposed by a name, or nobody. */
export type Settled = {
  organisationId: string | null;
  matchedBy: "identifier" | "officer" | null;
  scheme: string | null;
  value: string | null;
  candidates: string[];
  rejected: string[];
  decidedById: string | null;
};

export type SubjectState = "matched" | "proposed" | "unmatched";

const nobody = { organisationId: null, matchedBy: null, scheme: null, value: null } as const;

/**
 * An identifier decides before anybody else. Without one, what an officer said of the same provider in an earlier state of the report stays
 * said; and namesakes are proposed, but for those that were rejected.
 */
export function settle(match: Match, candidates: string[], before: Settled | undefined): Settled {
  const rejected = before?.rejected ?? [];
  const decidedById = before?.decidedById ?? null;
  if (match !== undefined && match !== "differ")
    return { organisationId: match.organisationId, matchedBy: "identifier", ...match.by, candidates: [], rejected, decidedById };
  if (before?.matchedBy === "officer") return before;
  return { ...nobody, candidates: match === "differ" ? [] : candidates.filter((one) => !rejected.includes(one)), rejected, decidedById };
}

export function confirmed(
  organisationId: string,
  by: { scheme: string; value: string } | undefined,
  personId: string,
  before: Settled,
): Settled {
  return {
    organisationId,
    matchedBy: "officer",
    scheme: by?.scheme ?? null,
    value: by?.value ?? null,
    candidates: [],
    rejected: before.rejected,
    decidedById: personId,
  };
}

export function rejected(organisationId: string, personId: string, before: Settled): Settled {
  return {
    ...before,
    candidates: before.candidates.filter((one) => one !== organisationId),
    rejected: [...new Set([...before.rejected, organisationId])].sort(),
    decidedById: personId,
  };
}

export function subjectState({ organisationId, candidates }: Pick<Settled, "organisationId" | "candidates">): SubjectState {
  if (organisationId !== null) return "matched";
  return candidates.length > 0 ? "proposed" : "unmatched";
}

/** By which the same provider is found again in a later state of its report: all that the file says of who it is. */
export function markOf({ identifiers, names, country }: SaidInstitution): string {
  return JSON.stringify([identifiers.map(({ resource, value }) => [resource, value]), names, country]);
}

export function isSameSettled(one: Settled, other: Settled): boolean {
  const plain = ({ organisationId, matchedBy, scheme, value, candidates, rejected: against }: Settled) =>
    JSON.stringify([organisationId, matchedBy, scheme, value, [...candidates].sort(), [...against].sort()]);
  return plain(one) === plain(other);
}
