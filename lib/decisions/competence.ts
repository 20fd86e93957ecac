/** Whom an authority is asked about: who answers for the place of its seat on the day, and who holds its registration. */
export type Overseen = { answering: readonly string[]; registeredBy: readonly string[] };

/**
 * Whether an authority (by its address name) decides about a provider: where the seat lies in its jurisdiction, or where it holds the
 * provider's registration. Some regions have two.
 */
export function isCompetent(authority: string, { answering, registeredBy }: Overseen): boolean {
  return registeredBy.includes(authority) || answering.includes(authority);
}

export type WhyNot = "ownOrganisation" | "conflictDeclared";

/** Why somebody does not decide about an organisation although they have the right: they belong to it, or said that they are not free. */
export function whyNotDecide(person: { belongs: boolean; declared: boolean }): WhyNot | null {
  if (person.belongs) return "ownOrganisation";
  return person.declared ? "conflictDeclared" : null;
}
