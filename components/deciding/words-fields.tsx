import { useLocale, useTranslations } from "next-intl";
import { AreaField, TextField } from "@/components/ui/form-fields";
import { country } from "@/lib/country/country";
import { capitalised } from "@/lib/i18n/format";
import { languageName } from "@/lib/vocabularies/vocabulary";
import type { Given } from "./given";

/** The sentence for learners and the reasons, in the languages of the country side by side. */
export function WordsFields({ given }: { given: Given }) {
  const t = useTranslations("deciding.field");
  return (
    <>
      <InLanguages name="statement" label={t("statement")} hint={t("statementHint")} rows={3} given={given} />
      <InLanguages name="reasons" label={t("reasons")} hint={t("reasonsHint")} rows={5} given={given} />
      <div className="max-w-2xl">
        <TextField name="documentUrl" type="url" label={t("documentUrl")} hint={t("optional")} defaultValue={given.one("documentUrl")} />
      </div>
    </>
  );
}

function InLanguages({ name, label, hint, rows, given }: { name: string; label: string; hint: string; rows: number; given: Given }) {
  const locale = useLocale();
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-semibold">{label}</legend>
      <p className="mb-3 max-w-[62ch] text-ink-2 text-sm">{hint}</p>
      <div className="grid gap-4 lg:grid-cols-2">
        {country.languages.map((language) => (
          <AreaField
            key={language}
            name={`${name}.${language}`}
            lang={language}
            rows={rows}
            label={capitalised(languageName(language, locale))}
            defaultValue={given.one(`${name}.${language}`)}
          />
        ))}
      </div>
    </fieldset>
  );
}
