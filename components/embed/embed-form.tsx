import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { CheckOption } from "@/components/ui/check-option";
import { InputField, SelectField } from "@/components/ui/field";
import { country } from "@/lib/country/country";
import type { Theme } from "@/lib/embed/theme";
import { address } from "@/lib/i18n/address";
import { languageName } from "@/lib/vocabularies/vocabulary";

/** What to search for, and how it looks: a form of the page's own address. */
export function EmbedForm({ pasted, theme, language }: { pasted: string; theme: Theme; language: string }) {
  const t = useTranslations("embed.make");
  const locale = useLocale();

  return (
    <form action={address(locale, "about/embed")} className="mt-7 grid max-w-[44rem] gap-5">
      <InputField id="search" name="search" label={t("search")} hint={t("searchHint")} defaultValue={pasted} maxLength={2000} />
      <div className="grid gap-5 sm:grid-cols-3">
        <SelectField id="language" name="language" label={t("language")} defaultValue={language}>
          {country.languages.map((code) => (
            <option key={code} value={code}>
              {languageName(code, locale)}
            </option>
          ))}
        </SelectField>
        <SelectField id="scheme" name="scheme" label={t("scheme")} defaultValue={theme.scheme ?? ""}>
          <option value="">{t("auto")}</option>
          <option value="light">{t("light")}</option>
          <option value="dark">{t("dark")}</option>
        </SelectField>
        <InputField id="accent" name="accent" type="color" label={t("accent")} defaultValue={theme.accent ?? country.brand.accent} />
      </div>
      <CheckOption name="compact" value="1" label={t("compact")} checked={theme.compact} />
      <div>
        <Button type="submit">{t("submit")}</Button>
      </div>
    </form>
  );
}
