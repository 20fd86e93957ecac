import { hasText } from "@/lib/texts/texts";
import type { OfferingContent } from "./content";

/** An element of Recommendation Annex I, or one that Cairn asks for beside it, under the name of the form's field. */
export type Element =
  | "title"
  | "issuerRegion"
  | "awardingBodies"
  | "outcomes"
  | "workload"
  | "eqf"
  | "assessment"
  | "modes"
  | "quality"
  | "languages"
  | "fields"
  | "prerequisites"
  | "supervision"
  | "grading"
  | "stacking"
  | "furtherInformation";

type ElementState = { element: Element; mandatory: boolean; state: "present" | "absent"; languages: string[] };

export type Completeness = { elements: ElementState[]; score: number; missing: Element[] };

/** Without these nothing is published. */
export const mandatoryElements: ReadonlySet<Element> = new Set<Element>([
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
]);

function languagesOf(...texts: Array<Record<string, string | undefined>>): string[] {
  const [first, ...others] = texts.map((text) => Object.keys(text).filter((language) => text[language]?.trim()));
  return (first ?? []).filter((language) => others.every((more) => more.includes(language)));
}

/**
 * Each element of Annex I on an offering: present or absent, and for texts in which languages. `score` is the share present, in
 * per cent; `missing` are the mandatory ones, without which nothing is published. The issuer's country is the provider's seat
 * and so always known. Identity of the learner and date of issue belong to the issued credential.
 */
export function completenessOf(content: OfferingContent): Completeness {
  const outcomeTexts = content.outcomes.map(({ text }) => text);
  const present: Array<[Element, boolean, string[]]> = [
    ["title", hasText(content.title), languagesOf(content.title)],
    ["issuerRegion", true, []],
    ["awardingBodies", content.awardingBodies.length > 0, []],
    ["outcomes", outcomeTexts.some(hasText), outcomeTexts.length > 0 ? languagesOf(...outcomeTexts) : []],
    ["workload", content.ects !== null || content.hours !== null, []],
    ["eqf", content.eqf !== null, []],
    ["assessment", content.assessment.length > 0, []],
    ["modes", content.modes.length > 0, []],
    ["quality", content.quality.length > 0, []],
    ["languages", content.languages.length > 0, []],
    ["fields", content.fields.length > 0, []],
    ["prerequisites", hasText(content.prerequisites), languagesOf(content.prerequisites)],
    ["supervision", content.supervision !== null, []],
    ["grading", hasText(content.grading), languagesOf(content.grading)],
    ["stacking", content.stacking !== null, []],
    ["furtherInformation", hasText(content.furtherInformation) || content.url !== null, []],
  ];

  const elements = present.map(([element, is, languages]) => ({
    element,
    mandatory: mandatoryElements.has(element),
    state: is ? ("present" as const) : ("absent" as const),
    languages,
  }));
  return {
    elements,
    score: Math.round((100 * elements.filter(({ state }) => state === "present").length) / elements.length),
    missing: elements.filter(({ mandatory, state }) => mandatory && state === "absent").map(({ element }) => element),
  };
}
