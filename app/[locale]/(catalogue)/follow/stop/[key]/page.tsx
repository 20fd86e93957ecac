import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ShortPage } from "@/components/follows/short-page";
import { ActionForm } from "@/components/ui/action-form";
import { Button, ButtonLink } from "@/components/ui/button";
import { findFollow, followedName } from "@/lib/follows/queries";
import { followedTitle } from "@/lib/follows/words";
import { address } from "@/lib/i18n/address";
import { defaultLocale, isLocale } from "@/lib/i18n/locales";
import { endFollowAction } from "./actions";

type Props = PageProps<"/[locale]/follow/stop/[key]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "following.stop" });
  // The address is a secret: it is not told to where a link leads.
  return { title: t("title"), robots: { index: false, follow: false }, referrer: "same-origin" };
}

/** Whoever opens it without having followed anything, or after the end, reads that nothing is sent: it is not told apart. */
export default async function StopFollowPage({ params, searchParams }: Props) {
  const [{ locale: wanted, key }, { done }] = await Promise.all([params, searchParams]);
  const locale = isLocale(wanted) ? wanted : defaultLocale;
  setRequestLocale(locale);
  const [t, found] = await Promise.all([getTranslations("following"), findFollow(key)]);
  if (!found) {
    return (
      <ShortPage title={t("stop.endedTitle")} text={t("stop.endedText")}>
        <ButtonLink look="quiet" href={address(locale, "offerings")}>
          {t("stop.search")}
        </ButtonLink>
      </ShortPage>
    );
  }

  const { follow, others } = found;
  const name = await followedName(follow, locale);
  return (
    <main id="main" className="wrap max-w-2xl py-8 sm:py-12">
      <h1 className="text-3xl">{t("stop.title")}</h1>
      {done === "confirmed" && (
        <p role="status" className="mt-5 rounded-md border-good border-s-4 bg-good-soft px-4 py-3 font-semibold text-good">
          {t("stop.confirmed")}
        </p>
      )}
      <p className="mt-5 font-semibold text-lg [overflow-wrap:anywhere]">
        <a href={address(locale, name.path)}>{followedTitle(name, locale)}</a>
      </p>
      <p className="text-ink-2">{t("confirm.pace", { pace: follow.pace })}</p>
      <ActionForm action={endFollowAction.bind(null, key, false)} problemsTitle={t("stop.problems")} className="mt-6">
        <Button type="submit">{t("stop.one")}</Button>
      </ActionForm>
      {others > 0 && (
        <ActionForm action={endFollowAction.bind(null, key, true)} problemsTitle={t("stop.problems")} className="mt-6">
          <p className="mb-3 text-ink-2">{t("stop.allText")}</p>
          <Button type="submit" look="quiet">
            {t("stop.all", { count: others })}
          </Button>
        </ActionForm>
      )}
    </main>
  );
}
