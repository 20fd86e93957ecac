import type { PolicyRules } from "./policy";

/** What an offering must be to be accepted by a policy; an empty list asks nothing. */
export type Acceptance = {
  /** By their slugs; undefined where every provider of the catalogue will do. */
  providers: string[] | undefined;
  standards: string[];
  fields: string[];
  eqfMin: number | undefined;
  eqfMax: number | undefined;
  identified: boolean;
};

/**
 * What the rules of a recognition policy ask of an offering (design, section 2). Up to how much of it counts, and until how long after it
 * was issued, they say beside. All providers in the catalogue are registered and accredited: whoever accepts those accepts all.
 */
export function acceptanceOf({
  issuers,
  namedIssuers,
  standards = [],
  fields = [],
  eqfMin,
  eqfMax,
  verifiedIdentity,
}: PolicyRules): Acceptance {
  const named = issuers === undefined && namedIssuers !== undefined && namedIssuers.length > 0;
  return {
    providers: named ? namedIssuers.flatMap(({ slug }) => slug ?? []) : undefined,
    standards,
    fields,
    eqfMin,
    eqfMax,
    identified: verifiedIdentity === true,
  };
}
