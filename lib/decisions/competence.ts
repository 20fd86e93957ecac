import { authoritiesFor, country } from "@/lib/country/country";

/** Whom an authority is asked about: where its seat is, and who holds its registration. */
export type Overseen = { nuts: string | null; registeredBy: string[] };

/**
 * Whether an authority (by its address name) decides about a provider: where the seat lies in its jurisdiction, or where it holds the
 * provider's registration. Some regions have two.
 */
export function isCompetent(authority: string, { nuts, registeredBy }: Overseen): boolean {
  return registeredBy.includes(authority) || (nuts !== null && authoritiesFor(nuts).some(({ slug }) => slug === authority));
}

/** The regions for which an authority answers, by how their codes begin, and those within them for which it does not. */
export function jurisdictionOf(authority: string): { within: string[]; without: string[] } {
  const found = country.authorities.find(({ slug }) => slug === authority);
  return { within: found?.jurisdiction ?? [], without: found?.jurisdictionWithout ?? [] };
}

export type WhyNot = "ownOrganisation" | "conflictDeclared";

/** Why somebody does not decide about an organisation although they have the right: they belong to it, or said that they are not free. */
export function whyNotDecide(person: { belongs: boolean; declared: boolean }): WhyNot | null {
  if (person.belongs) return "ownOrganisation";
  return person.declared ? "conflictDeclared" : null;
}
