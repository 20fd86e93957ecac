import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { AreaField, OptionsField } from "@/components/ui/form-fields";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import type { ShutAudit } from "@/lib/audits/queries";
import type { FormState } from "@/lib/form";

type Props = { gate: ShutAudit["gate"]; declare: (previous: FormState, form: FormData) => Promise<FormState> };

/** What stands in place of an audit for whoever may not see into it: the question whether they are free, or why they see nothing. */
export function AuditGate({ gate, declare }: Props) {
  const [t, desk] = [useTranslations("audits.gate"), useTranslations("desk")];
  if (gate !== "undeclared")
    return (
      <div className="mt-6 max-w-[62ch]">
        <Notice>{t(`is.${gate}`)}</Notice>
      </div>
    );

  return (
    <Section id="gate" title={t("title")}>
      <p className="mb-5 max-w-[62ch]">{t("text")}</p>
      <ActionForm action={declare} problemsTitle={desk("problems")} className="grid max-w-xl gap-5">
        <OptionsField
          name="free"
          label={t("label")}
          chosen={[]}
          options={(["yes", "no"] as const).map((value) => ({ value, label: t(value) }))}
        />
        <AreaField name="conflict" label={t("conflict")} hint={t("conflictHint")} rows={2} />
        <Button type="submit" className="justify-self-start">
          {t("button")}
        </Button>
      </ActionForm>
    </Section>
  );
}
