import { useLocale, useTranslations } from "next-intl";
import { broadFields } from "@/components/offerings/fields";
import { useFieldName } from "@/components/offerings/use-field-name";
import { Button } from "@/components/ui/button";
import { InputField, SelectField } from "@/components/ui/field";
import { country } from "@/lib/country/country";
import { address } from "@/lib/i18n/address";
import { attentions, keptStates } from "@/lib/offerings/attention";
import { type KeptQuery, sorts } from "@/lib/offerings/kept/list";
import { languageName } from "@/lib/vocabularies/vocabulary";

/** What of the list is shown, and in what order: sent as one address. */
export function KeptFilters({ query }: { query: KeptQuery }) {
  const t = useTranslations("editor.list");
  const states = useTranslations("editor.state");
  const kinds = useTranslations("editor.attention.kind");
  const statements = useTranslations("statements.filter");
  const names = useTranslations("offering.history.fields");
  const locale = useLocale();
  const fieldName = useFieldName();
  const options: [name: "state" | "attention" | "without" | "field", values: (readonly [string, string])[]][] = [
    ["state", keptStates.map((state) => [state, states(state)] as const)],
    ["attention", [["any", kinds("any")] as const, ...attentions.map((kind) => [kind, kinds(kind)] as const)]],
    ["without", country.languages.map((language) => [language, languageName(language, locale)] as const)],
    ["field", broadFields.map((code) => [code, fieldName(code)] as const)],
  ];

  return (
    <search className="mt-7 block">
      <form action={address(locale, "manage/offerings")} className="grid gap-3 sm:grid-cols-2 xl:grid-cols-4">
        <div className="sm:col-span-2 xl:col-span-1">
          <InputField id="q" name="q" type="search" label={t("filter.q")} defaultValue={query.q} />
        </div>
        {options.map(([name, values]) => (
          <div key={name} className={name === "attention" ? "xl:col-span-2" : ""}>
            <SelectField id={name} name={name} label={t(`filter.${name}`)} defaultValue={query[name] ?? ""}>
              <option value="">{t("filter.all")}</option>
              {values.map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </SelectField>
          </div>
        ))}
        <SelectField id="sort" name="sort" label={t("filter.sort")} defaultValue={query.sort}>
          {sorts.map((sort) => (
            <option key={sort} value={sort}>
              {t(`sort.${sort}`)}
            </option>
          ))}
        </SelectField>
        <Button type="submit" look="quiet" className="self-end">
          {t("show")}
        </Button>
        {query.statement && query.stance && (
          <p className="flex flex-wrap items-center gap-x-4 rounded-e-md border-accent border-s-4 bg-accent-soft px-4 py-2 sm:col-span-2 xl:col-span-4">
            <input type="hidden" name="statement" value={query.statement} />
            <input type="hidden" name="stance" value={query.stance} />
            {statements(query.stance, { field: names(query.statement) })}
            <a href={address(locale, "manage/offerings")} className="inline-flex min-h-9 items-center">
              {statements("off")}
            </a>
          </p>
        )}
      </form>
    </search>
  );
}
