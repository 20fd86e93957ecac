import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { InventedPeople } from "@/components/account/invented-people";
import { SignInFailed } from "@/components/account/sign-in-failed";
import { ActionForm } from "@/components/ui/action-form";
import { Button, ButtonLink } from "@/components/ui/button";
import { TextField } from "@/components/ui/form-fields";
import { safeReturn } from "@/lib/accounts/input";
import { signInWays } from "@/lib/auth/options";
import { findPerson } from "@/lib/auth/session";
import { country } from "@/lib/country/country";
import { listInventedPeople } from "@/lib/demonstration/people/queries";
import { address } from "@/lib/i18n/address";
import { pageMetadata } from "@/lib/i18n/metadata";
import { sendLinkAction, signInAsInventedAction, signInWithAction } from "./actions";

type Props = PageProps<"/[locale]/sign-in">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "account" });
  return pageMetadata({ locale, path: "sign-in", title: t("title"), description: t("intro"), noindex: true });
}

export default async function SignInPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const query = await searchParams;
  const text = (name: string) => [query[name]].flat()[0];
  const to = safeReturn(text("to") ?? text("callbackUrl"), address(locale, "manage"));
  if (await findPerson()) redirect(to);
  const [t, desk, invented] = await Promise.all([getTranslations("account"), getTranslations("desk"), listInventedPeople()]);
  const [error, sent] = [text("error"), text("sent")];

  if (sent && !error) {
    return (
      <main id="main" className="wrap max-w-3xl py-12">
        <h1 className="text-3xl">{t("sent.title")}</h1>
        <p className="mt-4 text-lg">{t("sent.text", { email: sent })}</p>
        <p className="mt-6">
          <a href={address(locale, `sign-in?${new URLSearchParams({ to })}`)}>{t("sent.again")}</a>
        </p>
      </main>
    );
  }

  const nothing = signInWays.oidc.length === 0 && !signInWays.email && invented.length === 0;
  return (
    <main id="main" className="wrap max-w-3xl py-12">
      <h1 className="text-3xl">{t("title")}</h1>
      <p className="mt-3 max-w-[62ch] text-ink-2">{t("intro")}</p>
      {error && <SignInFailed error={error} contact={country.contact.email} />}
      {nothing && <p className="mt-8">{t("none")}</p>}
      <div className="mt-8 grid gap-10">
        {signInWays.oidc.length > 0 && (
          <ul className="grid gap-3 sm:max-w-md">
            {signInWays.oidc.map(({ id, name }) => (
              <li key={id}>
                <form action={signInWithAction.bind(null, id, to)}>
                  <Button type="submit" className="w-full">
                    {t("with", { name })}
                  </Button>
                </form>
              </li>
            ))}
          </ul>
        )}
        {signInWays.email && (
          <section aria-labelledby="by-mail" className="sm:max-w-md">
            <h2 id="by-mail" className="mb-3 text-xl">
              {t("emailTitle")}
            </h2>
            <ActionForm action={sendLinkAction.bind(null, to)} problemsTitle={desk("problems")} className="grid gap-4">
              <TextField name="email" type="email" autoComplete="email" label={t("email")} />
              <Button type="submit" look={signInWays.oidc.length > 0 ? "quiet" : "main"}>
                {t("sendLink")}
              </Button>
            </ActionForm>
          </section>
        )}
        {invented.length > 0 && (
          <InventedPeople people={invented} locale={locale} action={(id) => signInAsInventedAction.bind(null, id, to)} />
        )}
      </div>
      <p className="mt-10">
        <ButtonLink look="quiet" href={address(locale, "offerings")}>
          {t("search")}
        </ButtonLink>
      </p>
    </main>
  );
}
