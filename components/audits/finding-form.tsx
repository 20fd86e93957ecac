import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { AreaField, ChoiceField, OptionsField, TextField } from "@/components/ui/form-fields";
import { HiddenField } from "@/components/ui/hidden-field";
import type { AuditStandard } from "@/db/schema";
import type { FindingWords } from "@/lib/audits/findings/queries";
import { grades } from "@/lib/audits/result";
import { annexStandard, elements } from "@/lib/audits/standards";
import { plainText } from "@/lib/texts/texts";
import type { Action } from "./form-part";

type Fields = { standards: AuditStandard[]; now: Partial<FindingWords> | undefined };

/** The standard, the grade and the words: what a finding says, however often it is worded. */
function WordsOf({ standards, now }: Fields) {
  const [t, annex] = [useTranslations("audits"), useTranslations("offering.annex.elements")];
  const locale = useLocale();
  return (
    <>
      <ChoiceField name="standard" label={t("find.standard")} hint={t("find.standardHint")} defaultValue={now?.standard ?? ""}>
        <option value="">{t("find.choose")}</option>
        <optgroup label={t("find.standards")}>
          {standards.map(({ code, title }) => (
            <option key={code} value={code}>
              {code} {plainText(title, locale)}
            </option>
          ))}
        </optgroup>
        <optgroup label={t("find.annex")}>
          {elements.map((element) => (
            <option key={element} value={annexStandard(element)}>
              {annex(`${element}.name`)}
            </option>
          ))}
        </optgroup>
      </ChoiceField>
      <OptionsField
        name="grade"
        label={t("find.grade")}
        options={grades.map((value) => ({ value, label: t(`finding.grade.${value}`), hint: t(`find.means.${value}`) }))}
        chosen={now?.grade ? [now.grade] : []}
      />
      <AreaField name="text" rows={6} label={t("find.text")} hint={t("find.textHint")} defaultValue={now?.text} />
    </>
  );
}

type Draft = Fields & { number: number; offering: string; version: string; action: Action };

/** Drafts a finding, or words one anew that was not sent yet. */
export function FindingForm({ number, offering, version, action, ...fields }: Draft) {
  const [t, desk] = [useTranslations("audits.find"), useTranslations("desk")];
  return (
    <ActionForm action={action} problemsTitle={desk("problems")} className="mt-8 grid max-w-2xl gap-6">
      <HiddenField name="finding" value={number} />
      <TextField name="offering" label={t("offering")} hint={t("offeringHint")} defaultValue={offering} />
      <div className="max-w-56">
        <TextField name="version" inputMode="numeric" label={t("version")} hint={t("versionHint")} defaultValue={version} />
      </div>
      <WordsOf {...fields} />
      <Button type="submit" className="justify-self-start">
        {t("save")}
      </Button>
    </ActionForm>
  );
}

/** After the provider's answer: what becomes of a finding, and why. The words are asked for only where they change. */
export function SettleForm({ action, ...fields }: Fields & { action: Action }) {
  const [t, desk] = [useTranslations("audits.settle"), useTranslations("desk")];
  return (
    <ActionForm action={action} problemsTitle={desk("problems")} className="group/form mt-8 grid max-w-2xl gap-6">
      <OptionsField
        name="how"
        label={t("how")}
        options={(["kept", "changed", "dropped"] as const).map((value) => ({ value, label: t(value) }))}
        chosen={[]}
      />
      <AreaField name="reason" rows={3} label={t("reason")} hint={t("reasonHint")} />
      <details className="min-w-0 group-has-[input[value=changed]:checked]/form:[&::details-content]:block">
        <summary className="w-fit py-2 text-accent underline underline-offset-4">{t("words")}</summary>
        <div className="mt-3 grid gap-6">
          <WordsOf {...fields} />
        </div>
      </details>
      <Button type="submit" className="justify-self-start">
        {t("save")}
      </Button>
    </ActionForm>
  );
}
