import { useLocale, useTranslations } from "next-intl";
import { BareChoice } from "@/components/ui/bare-choice";
import { Section } from "@/components/ui/section";
import { country } from "@/lib/country/country";
import { editorFor } from "@/lib/imports/cell-editor";
import { valueField } from "@/lib/imports/mapping-form";
import type { Term } from "@/lib/terms/term";
import { plainText } from "@/lib/texts/texts";
import { labelOf, languageName, vocabulary } from "@/lib/vocabularies/vocabulary";
import { useColumnName } from "./use-column-name";

export type UnknownValue = { column: string; field: string; value: string; rows: number };

/** Values that no list knows, each with the terms that it may stand for. */
export function MappingValues({ values, labels }: { values: UnknownValue[]; labels: Term[] }) {
  const t = useTranslations("files.mapping");
  const columnName = useColumnName();
  const locale = useLocale();
  if (values.length === 0) return null;

  return (
    <Section id="values" title={t("values")}>
      <p className="mb-4 max-w-[62ch] text-ink-2">{t("valuesText")}</p>
      <ul className="grid gap-4 md:grid-cols-2">
        {values.map(({ column, field, value, rows }) => {
          const name = valueField(field, value);
          return (
            <li key={name} className="min-w-0">
              <label htmlFor={name} className="mb-1 block [overflow-wrap:anywhere]">
                {t("value", { value, column: columnName(column), rows })}
              </label>
              <BareChoice name={name} defaultValue="">
                <option value="">{t("unknown")}</option>
                {terms(field, labels, locale).map(({ code, label }) => (
                  <option key={code} value={code}>
                    {label}
                  </option>
                ))}
              </BareChoice>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function terms(field: string, labels: Term[], locale: string): { code: string; label: string }[] {
  const { vocabulary: name } = editorFor(field);
  if (!name) return country.languages.map((code) => ({ code, label: languageName(code, locale) }));
  const fixed = vocabulary(name).map(({ code }) => ({
    code,
    label: name === "fields" ? `${code} ${labelOf(name, code, locale)}` : labelOf(name, code, locale),
  }));
  return name === "qualityStandards" ? [...fixed, ...labels.map(({ code, names }) => ({ code, label: plainText(names, locale) }))] : fixed;
}
