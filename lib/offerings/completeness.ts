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
  const present: Array<[Element, boolean, boolean, string[]]> = [
    ["title", true, hasText(content.title), languagesOf(content.title)],
    ["issuerRegion", true, true, []],
    ["awardingBodies", true, content.awardingBodies.length > 0, []],
    ["outcomes", true, outcomeTexts.some(hasText), outcomeTexts.length > 0 ? languagesOf(...outcomeTexts) : []],
    ["workload", true, content.ects !== null || content.hours !== null, []],
    ["eqf", true, content.eqf !== null, []],
    ["assessment", true, content.assessment.length > 0, []],
    ["modes", true, content.modes.length > 0, []],
    ["quality", true, content.quality.length > 0, []],
    ["languages", true, content.languages.length > 0, []],
    ["fields", true, content.fields.length > 0, []],
    ["prerequisites", false, hasText(content.prerequisites), languagesOf(content.prerequisites)],
    ["supervision", false, content.supervision !== null, []],
    ["grading", false, hasText(content.grading), languagesOf(content.grading)],
    ["stacking", false, content.stacking !== null, []],
    ["furtherInformation", false, hasText(content.furtherInformation) || content.url !== null, []],
  ];

  const elements = present.map(([element, mandatory, is, languages]) => ({
    element,
    mandatory,
    state: is ? ("present" as const) : ("absent" as const),
    languages,
  }));
  return {
    elements,
    score: Math.round((100 * elements.filter(({ state }) => state === "present").length) / elements.length),
    missing: elements.filter(({ mandatory, state }) => mandatory && state === "absent").map(({ element }) => element),
  };
}
