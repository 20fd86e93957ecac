import type { AuditStandard } from "@/db/schema";
import type { Element } from "@/lib/offerings/completeness";

/** The elements of Annex I, and those that Cairn asks for beside it, as a finding can name them. */
export const elements = [
  "title",
  "issuerRegion",
  "awardingBodies",
  "outcomes",
  "workload",
  "eqf",
  "assessment",
  "modes",
  "quality",
  "languages",
  "fields",
  "prerequisites",
  "supervision",
  "grading",
  "stacking",
  "furtherInformation",
] as const satisfies Element[];

const prefix = "annex-";
export const annexStandard = (element: Element): string => `${prefix}${element}`;

export function elementOf(standard: string): Element | undefined {
  return elements.find((element) => annexStandard(element) === standard);
}

/** Whether a finding can be measured by this: a standard of the audit, or an element of Annex I where it is about an offering. */
export function isStandardOf(standards: AuditStandard[], standard: string, ofOffering: boolean): boolean {
  return elementOf(standard) ? ofOffering : standards.some(({ code }) => code === standard);
}
