import { useLocale, useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { AreaField, ChoiceField, OptionsField, TextField, TickField } from "@/components/ui/form-fields";
import { regionName } from "@/lib/accreditations/scope";
import { today } from "@/lib/clock";
import { country } from "@/lib/country/country";
import { addDays } from "@/lib/days/days";
import { regionCodes } from "@/lib/jurisdictions/input";
import { plainText } from "@/lib/texts/texts";

/** Gives a region to other authorities from a day on. */
export function ChangeJurisdictionForm({ action }: { action: ComponentProps<typeof ActionForm>["action"] }) {
  const [t, desk] = [useTranslations("authorities"), useTranslations("desk")];
  const locale = useLocale();
  return (
    <>
      <p className="mb-5 max-w-[68ch] text-ink-2">{t("changeText")}</p>
      <ActionForm action={action} problemsTitle={desk("problems")} label={t("change")} className="grid max-w-2xl gap-5">
        <ChoiceField name="code" label={t("region")} defaultValue="">
          <option value="">{t("choose")}</option>
          {regionCodes.map((code) => (
            <option key={code} value={code}>
              {code} · {regionName(code, locale)}
            </option>
          ))}
        </ChoiceField>
        <OptionsField
          name="authorities"
          label={t("authorities")}
          many
          chosen={[]}
          options={country.authorities.map(({ slug, names }) => ({ value: slug, label: plainText(names, locale) }))}
        />
        <TickField name="nobody" label={t("nobodyTick")} />
        <div className="max-w-56">
          <TextField name="from" type="date" label={t("from")} min={addDays(today(), 1)} />
        </div>
        <AreaField name="reason" rows={3} label={t("reason")} maxLength={2000} />
        <Button type="submit" className="justify-self-start">
          {t("save")}
        </Button>
      </ActionForm>
    </>
  );
}
