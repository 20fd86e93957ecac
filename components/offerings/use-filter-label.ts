import { useLocale, useTranslations } from "next-intl";
import { type SearchQuery, usualRadius } from "@/lib/catalogue/query";
import { country } from "@/lib/country/country";
import { formatDay, formatNumber, formatPrice } from "@/lib/i18n/format";
import { plainText } from "@/lib/texts/texts";
import { labelOf, languageName } from "@/lib/vocabularies/vocabulary";
import { useFieldName } from "./use-field-name";

/** What providers, quality labels and skills are called, by slug, code and address, in the reader's language. */
export type FilterNames = { providers: Record<string, string>; labels: Record<string, string>; skills: Record<string, string> };

/** What a chosen filter is called in words that stand alone. */
export function useFilterLabel(
  names: FilterNames,
  search: Pick<SearchQuery, "radius" | "orOnline">,
): (name: keyof SearchQuery, value: string) => string {
  const t = useTranslations("search.chosen");
  const locale = useLocale();
  const fieldName = useFieldName();

  const labels: Partial<Record<keyof SearchQuery, (value: string) => string>> = {
    eqf: (value) => t("eqf", { level: value }),
    ectsMin: (value) => t("ectsMin", { ects: formatNumber(Number(value), locale) }),
    ectsMax: (value) => t("ectsMax", { ects: formatNumber(Number(value), locale) }),
    field: fieldName,
    lang: (value) => t("lang", { language: languageName(value, locale) }),
    mode: (value) => labelOf("modes", value, locale),
    provider: (value) => names.providers[value] ?? value,
    qa: (value) => names.labels[value] ?? labelOf("qualityStandards", value, locale),
    startFrom: (value) => t("startFrom", { day: formatDay(value, locale) }),
    startTo: (value) => t("startTo", { day: formatDay(value, locale) }),
    open: () => t("open"),
    priceMax: (value) => t("priceMax", { price: formatPrice({ amount: Number(value), currency: country.currency }, locale) }),
    free: () => t("free"),
    hoursMax: (value) => t("hoursMax", { hours: formatNumber(Number(value), locale) }),
    topic: (value) => t("topic", { topic: value }),
    skill: (value) => (names.skills[value] ? t("skillNamed", { skill: names.skills[value] }) : t("skill")),
    schedule: (value) => labelOf("schedules", value, locale),
    assessment: (value) => labelOf("assessments", value, locale),
    providerType: (value) => labelOf("providerTypes", value, locale),
    region: (value) => plainText(country.regions[value] ?? {}, locale),
    near: (value) => t(search.orOnline ? "nearOrOnline" : "near", { place: value, km: search.radius ?? usualRadius }),
    funding: (value) => labelOf("fundings", value, locale),
    target: (value) => labelOf("targetGroups", value, locale),
    access: (value) => labelOf("accessProvisions", value, locale),
    priorLearning: (value) => t("priorLearning", { answer: labelOf("validations", value, locale) }),
    credential: (value) => labelOf("credentialFormats", value, locale),
    stackable: () => t("stackable"),
    acceptedBy: (value) => t("acceptedBy", { provider: names.providers[value] ?? value }),
  };
  return (name, value) => labels[name]?.(value) ?? value;
}
