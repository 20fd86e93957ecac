import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { OptionsField, TextField } from "@/components/ui/form-fields";
import { Section } from "@/components/ui/section";
import type { CriteriaContent } from "@/lib/criteria/criteria";
import type { FormState } from "@/lib/form";
import { plainText } from "@/lib/texts/texts";

type Props = { content: CriteriaContent; check: (previous: FormState, form: FormData) => Promise<FormState> };

/** The checks of form, each answered, and what comes of them. */
export function GatewayForm({ content, check }: Props) {
  const [t, desk] = [useTranslations("casework.gateway"), useTranslations("desk")];
  const locale = useLocale();

  return (
    <Section id="gateway" title={t("title")}>
      <ActionForm action={check} problemsTitle={desk("problems")} className="grid max-w-2xl gap-6">
        {content.checks.map(({ code, title, guidance }) => (
          <div key={code} className="grid gap-2 border-line border-b pb-5">
            <OptionsField
              name={`check-${code}`}
              label={plainText(title, locale)}
              hint={plainText(guidance, locale)}
              chosen={[]}
              options={(["yes", "no", "not-applicable"] as const).map((value) => ({ value, label: t(`answer.${value}`) }))}
              beside="narrow"
            />
            <TextField
              name={`note-${code}`}
              label={t.rich("note", { title: plainText(title, locale), quiet: (words) => <span className="sr-only">{words}</span> })}
            />
          </div>
        ))}
        <OptionsField
          name="outcome"
          label={t("outcome")}
          chosen={[]}
          options={(["passed", "failed"] as const).map((value) => ({ value, label: t(value) }))}
        />
        <Button type="submit" className="justify-self-start">
          {t("button")}
        </Button>
      </ActionForm>
    </Section>
  );
}
