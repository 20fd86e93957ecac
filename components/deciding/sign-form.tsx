import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Button, ButtonLink } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import type { DryRun } from "@/lib/decisions/dry-run/queries";
import type { FormState } from "@/lib/form";
import { formatDay } from "@/lib/i18n/format";
import { plainText, type Texts } from "@/lib/texts/texts";

type Action = (previous: FormState, form: FormData) => Promise<FormState>;

/** Signing what is shown above, changing it, or leaving it. The mark of what was shown goes along with the signature. */
export function SignForm({
  run,
  authority,
  edit,
  sign,
  discard,
}: {
  run: DryRun | null;
  authority: Texts;
  edit: string;
  sign: Action;
  discard: Action;
}) {
  const [t, desk] = [useTranslations("deciding.run.sign"), useTranslations("desk")];
  const locale = useLocale();

  return (
    <Section id="sign" title={t("title")}>
      {run && (
        <>
          <p className="mb-5 max-w-[62ch]">
            {t("text", { authority: plainText(authority, locale), day: formatDay(run.decided.effectiveFrom, locale, "long") })}
          </p>
          <ActionForm action={sign} problemsTitle={desk("problems")}>
            <input type="hidden" name="shown" value={run.fingerprint} />
            <Button type="submit">{t("button")}</Button>
          </ActionForm>
        </>
      )}
      <div className="mt-4 flex flex-wrap items-start gap-3">
        <ButtonLink href={edit} look="quiet">
          {t("edit")}
        </ButtonLink>
        <ActionForm action={discard} problemsTitle={desk("problems")}>
          <Button type="submit" look="quiet">
            {t("discard")}
          </Button>
        </ActionForm>
      </div>
    </Section>
  );
}
