import { useLocale, useTranslations } from "next-intl";
import { labelOf } from "@/lib/vocabularies/vocabulary";

/** Plain names for the broad fields, the classification's own for those within. */
export function useFieldName(): (code: string) => string {
  const t = useTranslations("common.fields");
  const locale = useLocale();
  return (code) => (t.has(code) ? t(code) : labelOf("fields", code, locale));
}
