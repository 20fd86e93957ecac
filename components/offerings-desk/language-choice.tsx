import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import { languageName } from "@/lib/vocabularies/vocabulary";

/** Which language stands beside the original. */
export function LanguageChoice({ original, languages, second }: { original: string; languages: string[]; second: string | undefined }) {
  const t = useTranslations("editor.languages");
  const locale = useLocale();

  return (
    <form method="get" className="mt-5 flex items-end gap-3">
      <SelectField id="with" name="with" label={t("label", { original: languageName(original, locale) })} defaultValue={second ?? ""}>
        <option value="">{t("none")}</option>
        {languages
          .filter((language) => language !== original)
          .map((language) => (
            <option key={language} value={language}>
              {languageName(language, locale)}
            </option>
          ))}
      </SelectField>
      <Button look="quiet" type="submit" className="shrink-0">
        {t("show")}
      </Button>
    </form>
  );
}
