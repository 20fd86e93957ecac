import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { AreaField, TextField, TickField } from "@/components/ui/form-fields";
import { Section } from "@/components/ui/section";
import type { ApplicationContent } from "@/lib/applications/content";
import type { Day } from "@/lib/days/days";
import type { FormState } from "@/lib/form";
import { ScopeFields } from "./scope-fields";

type Action = (previous: FormState, form: FormData) => Promise<FormState>;

/** Registering, with or without an accreditation, and refusing. */
export function DecideForms({
  content,
  day,
  register,
  refuse,
}: {
  content: ApplicationContent;
  day: Day;
  register: Action;
  refuse: Action;
}) {
  const [t, desk] = [useTranslations("oversight"), useTranslations("desk")];

  return (
    <>
      <Section id="register" title={t("register.title")}>
        <p className="mb-5 max-w-[62ch]">{t("register.text")}</p>
        <ActionForm action={register} problemsTitle={desk("problems")} className="group grid max-w-2xl gap-5">
          <TextField name="from" type="date" label={t("register.from")} hint={t("register.fromHint")} defaultValue={day} />
          <TickField name="accredit" label={t("register.accredit")} hint={t("register.accreditHint")} />
          <ScopeFields claim={content.quality[0]} />
          <Button type="submit" className="justify-self-start">
            {t("register.button")}
          </Button>
        </ActionForm>
      </Section>
      <Section id="refuse" title={t("refuse.title")}>
        <ActionForm action={refuse} problemsTitle={desk("problems")} className="grid max-w-xl gap-4">
          <AreaField name="reason" label={t("refuse.reason")} hint={t("refuse.reasonHint")} />
          <Button type="submit" look="quiet" className="justify-self-start">
            {t("refuse.button")}
          </Button>
        </ActionForm>
      </Section>
    </>
  );
}
