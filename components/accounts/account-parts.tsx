import { useLocale, useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { LocalText } from "@/components/offerings/local-text";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { AreaField, ChoiceField } from "@/components/ui/form-fields";
import { Section } from "@/components/ui/section";
import type { Account } from "@/lib/accounts/overview/queries";
import { dayOf } from "@/lib/clock";
import { formatDay, formatTime } from "@/lib/i18n/format";
import { plainText } from "@/lib/texts/texts";

type Action = ComponentProps<typeof ActionForm>["action"];
type Plain = () => Promise<void>;

/** For whom somebody acts, each with what may be changed about it. */
export function Memberships({
  account,
  change,
  end,
}: {
  account: Account;
  change: (organisationId: string) => Action;
  end: (organisationId: string) => Plain;
}) {
  const [t, role, desk] = [useTranslations("accounts"), useTranslations("account.role"), useTranslations("desk")];
  const locale = useLocale();
  if (account.memberships.length === 0) return <p className="text-ink-2">{t("noMembership")}</p>;
  return (
    <ul className="max-w-[52rem] divide-y divide-line border-line border-y">
      {account.memberships.map((one) => {
        const name = plainText(one.name, locale);
        return (
          <li key={one.organisationId} className="grid gap-x-8 gap-y-3 py-4 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
            <div className="min-w-0 [overflow-wrap:anywhere]">
              <p className="font-semibold">
                <LocalText texts={one.name} quiet />
              </p>
              <p className="text-ink-2 text-sm">
                {role(one.role)}, {t("since", { day: formatDay(dayOf(new Date(one.since)), locale) })}
              </p>
            </div>
            {one.mayChange && (
              <div className="flex flex-wrap items-end gap-3">
                <ActionForm
                  action={change(one.organisationId)}
                  problemsTitle={desk("problems")}
                  label={t("roleIn", { organisation: name })}
                  className="flex flex-wrap items-end gap-3"
                >
                  <ChoiceField name={`role.${one.organisationId}`} label={t("roleIn", { organisation: name })} defaultValue={one.role}>
                    {one.choices.map((choice) => (
                      <option key={choice} value={choice}>
                        {role(choice)}
                      </option>
                    ))}
                  </ChoiceField>
                  <Button type="submit" look="quiet">
                    {t("saveRole")}
                  </Button>
                </ActionForm>
                <form action={end(one.organisationId)}>
                  <Button type="submit" look="quiet">
                    {t("end")}
                    <span className="sr-only">: {name}</span>
                  </Button>
                </form>
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}

export function SignIns({ account, signOut }: { account: Account; signOut: Plain | null }) {
  const t = useTranslations("accounts");
  const locale = useLocale();
  if (account.signIns.length === 0) return <p className="text-ink-2">{t("noSignIns")}</p>;
  return (
    <>
      <ul className="mb-4">
        {account.signIns.map(({ createdAt, expiresAt }) => (
          <li key={createdAt}>
            {t("signIn", {
              day: formatDay(dayOf(new Date(createdAt)), locale),
              time: formatTime(new Date(createdAt), locale),
              until: formatDay(dayOf(new Date(expiresAt)), locale),
            })}
          </li>
        ))}
      </ul>
      {signOut && (
        <form action={signOut}>
          <Button type="submit" look="quiet">
            {t("signOut")}
          </Button>
        </form>
      )}
    </>
  );
}

/** Closes the account with a reason, or opens it again. */
export function Suspension({ account, suspend, readmit }: { account: Account; suspend: Action; readmit: Plain }) {
  const [t, desk] = [useTranslations("accounts"), useTranslations("desk")];
  if (account.suspendedAt)
    return (
      <Section id="readmit" title={t("readmitTitle")}>
        <p className="mb-4 max-w-[62ch]">{t("readmitText")}</p>
        <form action={readmit}>
          <Button type="submit">{t("readmit")}</Button>
        </form>
      </Section>
    );
  return (
    <Section id="suspend" title={t("suspendTitle")}>
      <p className="mb-4 max-w-[62ch]">{t("suspendText")}</p>
      <ActionForm action={suspend} problemsTitle={desk("problems")} label={t("suspendTitle")} className="grid max-w-2xl gap-4">
        <AreaField name="reason" rows={3} label={t("reason")} maxLength={2000} />
        <Button type="submit" look="quiet" className="justify-self-start">
          {t("suspend")}
        </Button>
      </ActionForm>
    </Section>
  );
}
