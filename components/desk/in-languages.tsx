import { useLocale } from "next-intl";
import { AreaField, TextField } from "@/components/ui/form-fields";
import { country } from "@/lib/country/country";
import { capitalised } from "@/lib/i18n/format";
import { languageName } from "@/lib/vocabularies/vocabulary";

type Props = { name: string; label: string; hint?: string; rows: number; given: (language: string) => string };

/** One text in the languages of the country, side by side. */
export function InLanguages({ name, label, hint, rows, given }: Props) {
  const locale = useLocale();
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-semibold">{label}</legend>
      {hint && <p className="mb-3 max-w-[62ch] text-ink-2 text-sm">{hint}</p>}
      <div className="grid gap-4 lg:grid-cols-2">
        {country.languages.map((language) => {
          const field = {
            name: `${name}.${language}`,
            lang: language,
            label: capitalised(languageName(language, locale)),
            defaultValue: given(language),
          };
          return rows === 1 ? <TextField key={language} {...field} /> : <AreaField key={language} rows={rows} {...field} />;
        })}
      </div>
    </fieldset>
  );
}
