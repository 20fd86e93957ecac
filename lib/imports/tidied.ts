import type { OfferingContent } from "@/lib/offerings/content";
import { cleanLine, cleanText } from "./html";

/**
 * What the register has of an offering, as a file would say it: somebody may have written it in a form, with spaces that no file keeps.
 * Only what differs beyond that is a change.
 */
export function tidied(content: OfferingContent): OfferingContent {
  const texts = (given: Record<string, string>, clean: (text: string) => string) =>
    Object.fromEntries(Object.entries(given).flatMap(([language, text]) => (clean(text) === "" ? [] : [[language, clean(text)] as const])));
  const all = Object.entries(content).map(([name, value]) => [
    name,
    textNames.has(name) ? texts(value as Record<string, string>, cleanText) : value,
  ]);
  return {
    ...(Object.fromEntries(all) as OfferingContent),
    title: texts(content.title, cleanLine),
    outcomes: content.outcomes
      .map(({ text, ...outcome }) => ({ ...outcome, text: texts(text, cleanLine) }))
      .filter(({ text }) => Object.keys(text).length > 0),
  };
}

/** A row that itself says what was said for the whole catalogue says nothing new. */
export function asKept(content: OfferingContent, kept: OfferingContent | undefined): OfferingContent {
  const { statedForCatalogue } = kept ?? content;
  return content.statedForCatalogue.every((name) => statedForCatalogue.includes(name)) ? { ...content, statedForCatalogue } : content;
}

const textNames = new Set([
  "summary",
  "description",
  "qualityNote",
  "assessmentNote",
  "prerequisites",
  "grading",
  "stackingNote",
  "validationNote",
  "fundingNote",
  "accessibility",
  "furtherInformation",
]);
