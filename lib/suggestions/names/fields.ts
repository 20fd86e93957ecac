import { beginning } from "@/lib/suggestions/suggestion";
import { labelOf, vocabulary } from "@/lib/vocabularies/vocabulary";

/** The fields of ISCED-F whose names are begun, broad ones first. A broad field and its only narrower one may have the same name. */
export function fieldsBegun(written: string, locale: string): { code: string; text: string }[] {
  const isBegun = beginning(written);
  return vocabulary("fields")
    .map(({ code }) => ({ code, text: labelOf("fields", code, locale) }))
    .filter(({ text }, at, all) => isBegun(text) && all.findIndex((other) => other.text === text) === at)
    .toSorted((a, b) => a.code.length - b.code.length);
}
