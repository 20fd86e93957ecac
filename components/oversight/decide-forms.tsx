import { useTranslations } from "next-intl";
import { ReasonsFields } from "@/components/casework/reasons-fields";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { AreaField, TextField, TickField } from "@/components/ui/form-fields";
import { Section } from "@/components/ui/section";
import type { ApplicationContent } from "@/lib/applications/content";
import type { Assessment } from "@/lib/casework/assessment";
import type { CriteriaContent } from "@/lib/criteria/criteria";
import type { Day } from "@/lib/days/days";
import type { FormState } from "@/lib/form";
import type { Term } from "@/lib/terms/term";
import { ScopeFields } from "./scope-fields";

type Action = (previous: FormState, form: FormData) => Promise<FormState>;
type Props = {
  content: ApplicationContent;
  criteria: CriteriaContent;
  found: Assessment | null;
  /** Whether the gateway was passed: nothing else can be registered. */
  passed: boolean;
  day: Day;
  labels: Term[];
  register: Action;
  refuse: Action;
};

/** Registering, with or without an accreditation, and refusing: filled in with what was assessed. */
export function DecideForms({ content, criteria, found, passed, day, labels, register, refuse }: Props) {
  const [t, desk] = [useTranslations("oversight"), useTranslations("desk")];

  return (
    <>
      {passed && (
        <Section id="register" title={t("register.title")}>
          <p className="mb-5 max-w-[62ch]">{t("register.text")}</p>
          <ActionForm action={register} problemsTitle={desk("problems")} className="group grid max-w-2xl gap-5">
            <TextField name="from" type="date" label={t("register.from")} hint={t("register.fromHint")} defaultValue={day} />
            <TickField
              name="accredit"
              label={t("register.accredit")}
              hint={t("register.accreditHint")}
              ticked={Boolean(found?.levels.length)}
            />
            <ScopeFields claim={content.quality[0]} levels={found?.levels ?? []} fields={found?.fields ?? []} labels={labels} />
            <Button type="submit" className="justify-self-start">
              {t("register.button")}
            </Button>
          </ActionForm>
        </Section>
      )}
      <Section id="refuse" title={t("refuse.title")}>
        <ActionForm action={refuse} problemsTitle={desk("problems")} className="grid max-w-2xl gap-4">
          <AreaField name="reason" label={t("refuse.reason")} hint={t("refuse.reasonHint")} />
          <ReasonsFields content={criteria} found={found} />
          <Button type="submit" look="quiet" className="justify-self-start">
            {t("refuse.button")}
          </Button>
        </ActionForm>
      </Section>
    </>
  );
}
