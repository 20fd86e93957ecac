import { useLocale, useTranslations } from "next-intl";
import { parseTarget, propertyOf } from "@/lib/imports/fields";
import { languageName } from "@/lib/vocabularies/vocabulary";

/** How readers know a column: a column of the template by its name in their language, any other as the file calls it. */
export function useColumnName(): (column: string) => string {
  const t = useTranslations();
  const locale = useLocale();
  return (column) => {
    const target = parseTarget(column);
    if (!target) return column;
    const property = propertyOf(target.field);
    const own = `files.field.${target.field}` as "files.field.id";
    const shared = `offering.history.fields.${property}` as "offering.history.fields.title";
    const name = t.has(own) ? t(own) : t.has(shared) ? t(shared) : column;
    return target.language ? `${name} (${languageName(target.language, locale)})` : name;
  };
}
