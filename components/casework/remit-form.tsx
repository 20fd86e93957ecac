import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { AreaField, OptionsField } from "@/components/ui/form-fields";
import { Section } from "@/components/ui/section";
import type { FormState } from "@/lib/form";

/** Sends a contested case back to one of its first stages. */
export function RemitForm({ remit }: { remit: (previous: FormState, form: FormData) => Promise<FormState> }) {
  const [t, desk] = [useTranslations("casework.decide.remit"), useTranslations("desk")];
  return (
    <Section id="remit" title={t("title")}>
      <p className="mb-5 max-w-[62ch]">{t("text")}</p>
      <ActionForm action={remit} problemsTitle={desk("problems")} className="grid max-w-2xl gap-4">
        <OptionsField
          name="to"
          label={t("to")}
          chosen={[]}
          options={(["assessment", "gateway"] as const).map((value) => ({ value, label: t(value) }))}
        />
        <AreaField name="why" label={t("why")} hint={t("whyHint")} />
        <Button type="submit" look="quiet" className="justify-self-start">
          {t("button")}
        </Button>
      </ActionForm>
    </Section>
  );
}
