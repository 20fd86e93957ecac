import { useLocale, useTranslations } from "next-intl";
import { InLanguages } from "@/components/desk/in-languages";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { AreaField, ChoiceField, OptionsField, TextField, TickField } from "@/components/ui/form-fields";
import { HiddenField } from "@/components/ui/hidden-field";
import { addDays, type Day } from "@/lib/days/days";
import { plainText, type Texts } from "@/lib/texts/texts";
import type { Action } from "./form-part";

type Props = { id: string; day: Day; criteria: { id: string; number: number; title: Texts }[]; action: Action };

/** What is announced: nothing of it can be changed afterwards. */
export function PlanForm({ id, day, criteria, action }: Props) {
  const [t, desk] = [useTranslations("audits.planning"), useTranslations("desk")];
  const locale = useLocale();
  return (
    <ActionForm action={action} problemsTitle={desk("problems")} className="mt-8 grid gap-8">
      <HiddenField name="id" value={id} />
      <InLanguages name="title" label={t("title")} hint={t("titleHint")} rows={1} given={() => ""} />
      <InLanguages name="aim" label={t("aim")} hint={t("aimHint")} rows={3} given={() => ""} />
      <div className="grid max-w-2xl gap-6">
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField name="startsOn" type="date" label={t("startsOn")} defaultValue={day} />
          <TextField name="endsOn" type="date" label={t("endsOn")} defaultValue={addDays(day, 182)} />
        </div>
        <ChoiceField name="criteria" label={t("criteria")} hint={t("criteriaHint")} defaultValue={criteria[0]?.id ?? ""}>
          <option value="">{t("criteriaNone")}</option>
          {criteria.map((one) => (
            <option key={one.id} value={one.id}>
              {t("criteriaVersion", { title: plainText(one.title, locale), number: one.number })}
            </option>
          ))}
        </ChoiceField>
        <AreaField name="standards" rows={4} label={t("standards")} hint={t("standardsHint")} />
        <OptionsField
          name="draws"
          label={t("draws")}
          options={(["providers", "offerings"] as const).map((value) => ({ value, label: t(value) }))}
          chosen={["providers"]}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField name="random" inputMode="numeric" label={t("random")} hint={t("randomHint")} defaultValue="5" />
          <TextField name="risk" inputMode="numeric" label={t("risk")} hint={t("riskHint")} defaultValue="0" />
        </div>
        <TickField name="byProviderType" label={t("byProviderType")} hint={t("byProviderTypeHint")} />
        <OptionsField
          name="seedFrom"
          label={t("seedFrom")}
          hint={t("seedFromHint")}
          options={(["log", "outside"] as const).map((value) => ({ value, label: t(`seed.${value}`) }))}
          chosen={["log"]}
        />
        <TextField name="seedSource" label={t("seedSource")} hint={t("seedSourceHint")} />
        <div>
          <Button type="submit">{t("announce")}</Button>
          <p className="mt-2 max-w-[62ch] text-ink-2 text-sm">{t("announceHint")}</p>
        </div>
      </div>
    </ActionForm>
  );
}
