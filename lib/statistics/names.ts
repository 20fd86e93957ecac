import { country } from "@/lib/country/country";
import { plainText } from "@/lib/texts/texts";
import { labelOf, languageName, type VocabularyName } from "@/lib/vocabularies/vocabulary";
import type { FigureCode } from "./figure";

export type Words = (
  key: "notStated" | "level" | "ects" | "ectsFrom" | "hoursOnly" | "days" | "daysFrom" | "percentRange" | "yes" | "no",
  values?: Record<string, string>,
) => string;

/** Quality labels of the instance by their codes, in the reader's language. */
export type LabelNames = Readonly<Record<string, string>>;

const lists: Partial<Record<FigureCode, VocabularyName>> = {
  "provider-type": "providerTypes",
  "providers-by-type": "providerTypes",
  field: "fields",
  "level-in-field": "fields",
  mode: "modes",
  "target-group": "targetGroups",
  funding: "fundings",
  validation: "validations",
  stacking: "stackings",
  quality: "qualityStandards",
};

export function regionName(code: string, locale: string): string {
  return plainText(country.regions[code], locale) || code;
}

/** A month by its first letters: 2026-11, or one of its days. */
export function monthName(month: string, locale: string): string {
  const day = new Date(`${month.slice(0, 7)}-01T00:00:00Z`);
  return new Intl.DateTimeFormat(locale, { month: "short", year: "numeric", timeZone: "UTC" }).format(day);
}

/** What a category is called in a language. A code that nothing names stands for itself. */
export function nameOfCategory(code: FigureCode, category: string, locale: string, t: Words, labels: LabelNames): string {
  if (category === "") return t(code === "ects" ? "hoursOnly" : "notStated");
  const list = lists[code];
  if (code === "quality" && labels[category]) return labels[category];
  if (list) return labelOf(list, category, locale);
  const [from = "", to = ""] = category.split("-");
  switch (code) {
    case "region":
      return regionName(category, locale);
    case "level":
      return t("level", { level: category });
    case "language":
      return languageName(category, locale);
    case "ects":
      return to ? t("ects", { from, to }) : t("ectsFrom", { from });
    case "application-age":
      return to ? t("days", { from, to }) : t("daysFrom", { from });
    case "completeness":
      return t("percentRange", { range: category.replace("-", "–") });
    case "recognition-policy":
      return t(category === "yes" ? "yes" : "no");
    case "over-time":
    case "lapses":
      return monthName(category, locale);
    default:
      return category;
  }
}
