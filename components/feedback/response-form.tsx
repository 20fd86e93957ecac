import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Details } from "@/components/ui/details";
import { AreaField } from "@/components/ui/form-fields";
import type { FormState } from "@/lib/form";
import { locales } from "@/lib/i18n/locales";
import { languageName } from "@/lib/vocabularies/vocabulary";

type Action = (previous: FormState, form: FormData) => Promise<FormState>;

/** What a provider changed because of feedback, in the reader's language first. */
export function ResponseForm({ action, problemsTitle }: { action: Action; problemsTitle: string }) {
  const t = useTranslations("feedback.respond");
  const locale = useLocale();
  const field = (language: string) => (
    <AreaField key={language} name={language} lang={language} rows={3} label={t("in", { language: languageName(language, locale) })} />
  );

  return (
    <ActionForm action={action} problemsTitle={problemsTitle} label={t("button")} className="mt-6 grid max-w-[46rem] gap-4">
      {field(locale)}
      <Details summary={t("others")}>
        <div className="mt-2 grid gap-4">{locales.filter((language) => language !== locale).map(field)}</div>
      </Details>
      <Button type="submit" className="justify-self-start">
        {t("button")}
      </Button>
    </ActionForm>
  );
}
