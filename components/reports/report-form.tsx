import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { AreaField, OptionsField, TextField } from "@/components/ui/form-fields";
import { reportKinds } from "@/lib/reports/report";

/** What is wrong, in the words of whoever saw it. The last field is for machines: people neither see nor reach it. */
export function ReportForm({ action, withEmail }: { action: ComponentProps<typeof ActionForm>["action"]; withEmail: boolean }) {
  const [t, kind] = [useTranslations("reports.give"), useTranslations("reports.kind")];

  return (
    <ActionForm action={action} problemsTitle={t("problems")} label={t("title")} className="grid gap-7">
      <OptionsField name="kind" label={t("kind")} options={reportKinds.map((value) => ({ value, label: kind(value) }))} chosen={[]} />
      <AreaField name="text" rows={7} label={t("text")} hint={t("textHint")} maxLength={5000} />
      {withEmail && <TextField name="email" type="email" autoComplete="email" label={t("email")} hint={t("emailHint")} />}
      <div hidden>
        <TextField name="website" label={t("trap")} tabIndex={-1} autoComplete="off" />
      </div>
      <Button type="submit" className="w-full sm:w-auto sm:justify-self-start">
        {t("send")}
      </Button>
    </ActionForm>
  );
}
