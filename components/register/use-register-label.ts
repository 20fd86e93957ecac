import { useLocale, useTranslations } from "next-intl";
import { useFieldName } from "@/components/offerings/use-field-name";
import { regionName } from "@/lib/accreditations/scope";
import type { FacetName } from "@/lib/register/search/query";
import { labelOf } from "@/lib/vocabularies/vocabulary";

/** A chosen filter in words; `labels` are what the instance calls its quality labels, by code. */
export function useRegisterLabel(labels: Record<string, string>) {
  const t = useTranslations("register.search");
  const locale = useLocale();
  const fieldName = useFieldName();
  return (name: FacetName, value: string): string => {
    if (name === "status") return t(`status.${value as "accredited"}`);
    if (name === "eqf") return t("level", { level: value });
    if (name === "field") return fieldName(value);
    if (name === "region") return regionName(value, locale);
    return labels[value] ?? labelOf(name === "type" ? "providerTypes" : "qualityStandards", value, locale);
  };
}
