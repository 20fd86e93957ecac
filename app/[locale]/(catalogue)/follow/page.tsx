import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { FollowForm } from "@/components/follows/follow-form";
import { ShortPage } from "@/components/follows/short-page";
import { ButtonLink } from "@/components/ui/button";
import { findTarget } from "@/lib/follows/queries";
import { readTarget, targetQuery } from "@/lib/follows/target";
import { followedTitle } from "@/lib/follows/words";
import { address } from "@/lib/i18n/address";
import { defaultLocale, isLocale } from "@/lib/i18n/locales";
import { canMail } from "@/lib/mail/mail";
import { askToFollowAction } from "./actions";

type Props = PageProps<"/[locale]/follow">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "following.form" });
  return { title: t("title"), robots: { index: false } };
}

export default async function FollowPage({ params, searchParams }: Props) {
  const [{ locale: wanted }, { done, ...given }] = await Promise.all([params, searchParams]);
  const locale = isLocale(wanted) ? wanted : defaultLocale;
  setRequestLocale(locale);
  const target = readTarget(given);
  const name = canMail && target ? await findTarget(target, locale) : undefined;
  if (!target || !name) notFound();
  const t = await getTranslations("following");
  const back = address(locale, name.path);
  if (done === "1") {
    return (
      <ShortPage title={t("sent.title")} text={t("sent.text")}>
        <ButtonLink look="quiet" href={back}>
          {t("form.back")}
        </ButtonLink>
      </ShortPage>
    );
  }

  return (
    <main id="main" className="wrap max-w-2xl py-8 sm:py-12">
      <h1 className="text-3xl">{t("form.title")}</h1>
      <p className="mt-4 text-ink-2">{t("form.of")}</p>
      <p className="font-semibold text-lg [overflow-wrap:anywhere]">
        <a href={back}>{followedTitle(name, locale)}</a>
      </p>
      <p className="mt-3">{t(`form.${name.kind}`)}</p>
      <FollowForm action={askToFollowAction.bind(null, targetQuery(target))} />
    </main>
  );
}
