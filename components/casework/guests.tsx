import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Details } from "@/components/ui/details";
import { AreaField, ChoiceField } from "@/components/ui/form-fields";
import { Section } from "@/components/ui/section";
import type { Guest, Invitable } from "@/lib/casework/guests/queries";
import type { FormState } from "@/lib/form";
import { plainText } from "@/lib/texts/texts";

type Action = (previous: FormState, form: FormData) => Promise<FormState>;
type Props = { guests: Guest[]; invitable: Invitable[]; invite: Action; takeBack: (person: string) => () => Promise<void> };

/** Assessors of other authorities who are asked into this case, and the form by which one more is. */
export function Guests({ guests, invitable, invite, takeBack }: Props) {
  const [t, desk] = [useTranslations("casework.guests"), useTranslations("desk")];
  const locale = useLocale();
  return (
    <Section id="guests" title={t("title")}>
      <p className="mb-4 max-w-[62ch]">{t("text")}</p>
      {guests.length > 0 && (
        <ul className="mb-5 grid max-w-2xl gap-3">
          {guests.map(({ id, name, authority, reason, said }) => (
            <li key={id} className="flex flex-wrap items-start justify-between gap-3 rounded-md border border-line bg-raised px-4 py-3">
              <div className="min-w-0 [overflow-wrap:anywhere]">
                <p className="font-semibold">{t("from", { name, authority: plainText(authority, locale) })}</p>
                <p className="text-sm">{t(said ?? "undeclared")}</p>
                <p className="text-ink-2 text-sm">{t("because", { reason })}</p>
              </div>
              <form action={takeBack(id)}>
                <Button type="submit" look="quiet">
                  {t("takeBack")} <span className="sr-only">{name}</span>
                </Button>
              </form>
            </li>
          ))}
        </ul>
      )}
      {invitable.length === 0 ? (
        <p className="text-ink-2">{t("none")}</p>
      ) : (
        <Details summary={t("invite")}>
          <ActionForm action={invite} problemsTitle={desk("problems")} label={t("invite")} className="mt-3 grid max-w-xl gap-4">
            <ChoiceField name="person" label={t("person")} defaultValue="">
              <option value="">{t("choose")}</option>
              {invitable.map(({ id, name, authority }) => (
                <option key={id} value={id}>
                  {t("from", { name, authority: plainText(authority, locale) })}
                </option>
              ))}
            </ChoiceField>
            <AreaField name="reason" label={t("reason")} hint={t("reasonHint")} rows={2} maxLength={2000} />
            <Button type="submit" className="justify-self-start">
              {t("send")}
            </Button>
          </ActionForm>
        </Details>
      )}
    </Section>
  );
}
