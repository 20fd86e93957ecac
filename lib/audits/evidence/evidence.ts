/** Whose files they are: what the provider hands in the authority reads too; the authority's own papers are its own. */
export const evidenceOf = { provider: "audit", authority: "audit-papers" } as const;
