import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ShortPage } from "@/components/follows/short-page";
import { ActionForm } from "@/components/ui/action-form";
import { Button, ButtonLink } from "@/components/ui/button";
import { findUnconfirmed, followedName } from "@/lib/follows/queries";
import { followedTitle } from "@/lib/follows/words";
import { address } from "@/lib/i18n/address";
import { defaultLocale, isLocale } from "@/lib/i18n/locales";
import { confirmFollowAction } from "./actions";

type Props = PageProps<"/[locale]/follow/confirm/[token]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "following.confirm" });
  // The address is a secret: it is not told to where a link leads.
  return { title: t("title"), robots: { index: false, follow: false }, referrer: "same-origin" };
}

/** What opens links in mails ahead of their readers confirms nothing: that takes the button. */
export default async function ConfirmFollowPage({ params }: Props) {
  const { locale: wanted, token } = await params;
  const locale = isLocale(wanted) ? wanted : defaultLocale;
  setRequestLocale(locale);
  const [t, follow] = await Promise.all([getTranslations("following"), findUnconfirmed(token)]);
  if (!follow) {
    return (
      <ShortPage title={t("confirm.goneTitle")} text={t("confirm.goneText")}>
        <ButtonLink look="quiet" href={address(locale, "offerings")}>
          {t("stop.search")}
        </ButtonLink>
      </ShortPage>
    );
  }

  const name = await followedName(follow, locale);
  return (
    <main id="main" className="wrap max-w-2xl py-8 sm:py-12">
      <h1 className="text-3xl">{t("confirm.title")}</h1>
      <p className="mt-4 text-ink-2">{t("form.of")}</p>
      <p className="font-semibold text-lg [overflow-wrap:anywhere]">
        <a href={address(locale, name.path)}>{followedTitle(name, locale)}</a>
      </p>
      <p className="text-ink-2">{t("confirm.pace", { pace: follow.pace })}</p>
      <ActionForm action={confirmFollowAction.bind(null, token)} problemsTitle={t("confirm.problems")} className="mt-6">
        <p className="mb-4">{t("confirm.text")}</p>
        <Button type="submit">{t("confirm.button")}</Button>
      </ActionForm>
    </main>
  );
}
