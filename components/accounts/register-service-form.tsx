import { useLocale, useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { ChoiceField, TextField } from "@/components/ui/form-fields";
import { country } from "@/lib/country/country";
import { ownName } from "@/lib/i18n/format";
import { locales } from "@/lib/i18n/locales";
import { languageName } from "@/lib/vocabularies/vocabulary";

/** A new guidance service, and who is to lead it: they invite the rest of their team themselves. */
export function RegisterServiceForm({ action }: { action: ComponentProps<typeof ActionForm>["action"] }) {
  const [t, desk] = [useTranslations("accounts.services"), useTranslations("desk")];
  const locale = useLocale();
  return (
    <ActionForm action={action} problemsTitle={desk("problems")} label={t("registerTitle")} className="grid max-w-3xl gap-5">
      <div className="grid gap-4 sm:grid-cols-2">
        {country.languages.map((language) => (
          <TextField
            key={language}
            name={`names.${language}`}
            lang={language}
            label={t("nameIn", { language: languageName(language, locale) })}
            maxLength={200}
          />
        ))}
      </div>
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <TextField name="town" label={t("town")} list="towns" autoComplete="off" />
        <TextField name="email" type="email" label={t("email")} hint={t("emailHint")} autoComplete="off" />
        <datalist id="towns">
          {country.places.map(({ names }) => (
            <option key={names[0]} value={names[0]} />
          ))}
        </datalist>
      </div>
      <fieldset className="grid items-end gap-4 border-line border-t pt-5 sm:grid-cols-2">
        <legend className="pe-4 font-semibold text-lg">{t("leadTitle")}</legend>
        <TextField name="leadEmail" type="email" label={t("leadEmail")} hint={t("leadHint")} autoComplete="off" />
        <ChoiceField name="locale" label={t("language")} defaultValue={locale}>
          {locales.map((one) => (
            <option key={one} value={one} lang={one}>
              {ownName(one)}
            </option>
          ))}
        </ChoiceField>
      </fieldset>
      <Button type="submit" className="justify-self-start">
        {t("register")}
      </Button>
    </ActionForm>
  );
}
