import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Done } from "@/components/desk/done";
import { ActionForm } from "@/components/ui/action-form";
import { Button, ButtonLink } from "@/components/ui/button";
import { ChoiceField, TextField } from "@/components/ui/form-fields";
import { Section } from "@/components/ui/section";
import { requirePerson } from "@/lib/auth/session";
import { address } from "@/lib/i18n/address";
import { ownName } from "@/lib/i18n/format";
import { locales } from "@/lib/i18n/locales";
import { plainText } from "@/lib/texts/texts";
import { actForAction, keepProfileAction, signOutAction, signOutElsewhereAction } from "./actions";

type Props = PageProps<"/[locale]/account">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "account" });
  return { title: t("page.title"), robots: { index: false } };
}

export default async function AccountPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const person = await requirePerson("account");
  const [t, desk] = await Promise.all([getTranslations("account"), getTranslations("desk")]);
  const acting = person.acting && plainText(person.acting.name, locale);

  return (
    <main id="main" className="wrap max-w-3xl py-10">
      <h1 className="text-3xl">{t("page.title")}</h1>
      <p className="mt-2 text-ink-2">{t("page.who", { email: person.email })}</p>
      <Done code={(await searchParams).done} values={{ organisation: acting ?? "" }} />
      <Section id="profile" title={t("page.profile")}>
        <ActionForm action={keepProfileAction} problemsTitle={desk("problems")} className="grid gap-5 sm:max-w-md">
          <TextField name="name" label={t("page.name")} hint={t("page.nameHint")} defaultValue={person.name} autoComplete="name" />
          <ChoiceField name="locale" label={t("page.language")} defaultValue={person.locale}>
            {locales.map((one) => (
              <option key={one} value={one} lang={one}>
                {ownName(one)}
              </option>
            ))}
          </ChoiceField>
          <Button type="submit" className="justify-self-start">
            {t("page.save")}
          </Button>
        </ActionForm>
      </Section>
      <Section id="organisations" title={t("page.organisations")}>
        <p className="mb-4 max-w-[62ch] text-ink-2">{t("page.organisationsHint")}</p>
        {person.members.length === 0 && (
          <>
            <p className="mb-4">{t("page.none")}</p>
            <ButtonLink href={address(locale, "manage/applications")}>{t("page.apply")}</ButtonLink>
          </>
        )}
        <ul className="divide-y divide-line border-line border-y">
          {person.members.map(({ organisationId, name, role }) => (
            <li key={organisationId} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
              <span>
                <strong className="font-semibold">{plainText(name, locale)}</strong>
                <span className="block text-ink-2 text-sm">{t(`role.${role}`)}</span>
              </span>
              {organisationId === person.acting?.organisationId ? (
                <span className="rounded-sm bg-accent-soft px-2.5 py-1 font-semibold text-accent text-sm">{t("page.now")}</span>
              ) : (
                <form action={actForAction.bind(null, organisationId)}>
                  <Button look="quiet" type="submit">
                    {t("page.act", { organisation: plainText(name, locale) })}
                  </Button>
                </form>
              )}
            </li>
          ))}
        </ul>
      </Section>
      <Section id="sessions" title={t("page.sessions")}>
        <p className="mb-4 max-w-[62ch] text-ink-2">{t("page.sessionsText")}</p>
        <div className="flex flex-wrap gap-3">
          <form action={signOutElsewhereAction}>
            <Button look="quiet" type="submit">
              {t("page.everywhere")}
            </Button>
          </form>
          <form action={signOutAction}>
            <Button look="quiet" type="submit">
              {t("signOut")}
            </Button>
          </form>
        </div>
      </Section>
    </main>
  );
}
