import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { OfferingFrame } from "@/components/publication/offering-frame";
import { ActionForm } from "@/components/ui/action-form";
import { Button, ButtonLink } from "@/components/ui/button";
import { AreaField } from "@/components/ui/form-fields";
import { Section } from "@/components/ui/section";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { country } from "@/lib/country/country";
import { address } from "@/lib/i18n/address";
import { findOwnOffering } from "@/lib/offerings/drafts/queries";
import { languageName } from "@/lib/vocabularies/vocabulary";
import { withdrawAction } from "./actions";

type Props = PageProps<"/[locale]/manage/offerings/[slug]/publication/withdraw">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "publication" });
  return { title: t("withdraw.title"), robots: { index: false } };
}

/** Says what withdrawing means, and asks for the reason that learners will read. */
export default async function WithdrawPage({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const person = await requirePerson(`manage/offerings/${slug}/publication/withdraw`);
  const actor = actorOf(person);
  const own = (await findOwnOffering(actor, slug)) ?? notFound();
  if (!own.live || own.status !== "published" || !mayAtAll(actor, "offering.withdraw")) notFound();
  const [t, desk] = await Promise.all([getTranslations("publication"), getTranslations("desk")]);
  const original = own.live.content.originalLanguage;
  const languages = [original, ...country.languages.filter((language) => language !== original)];

  return (
    <OfferingFrame person={person} own={own} tab="publication">
      <Section id="withdraw" title={t("withdraw.title")}>
        <p className="mb-6 max-w-[62ch]">{t("withdraw.text")}</p>
        <ActionForm action={withdrawAction.bind(null, slug)} problemsTitle={desk("problems")} className="grid gap-5 sm:max-w-xl">
          {languages.map((language) => (
            <AreaField
              key={language}
              name={`reason.${language}`}
              lang={language}
              rows={3}
              maxLength={2000}
              label={t("withdraw.reason", { language: languageName(language, locale) })}
              hint={language === original ? t("withdraw.original") : undefined}
            />
          ))}
          <p className="flex flex-wrap gap-3">
            <Button type="submit">{t("withdraw.submit")}</Button>
            <ButtonLink look="quiet" href={address(locale, `manage/offerings/${slug}/publication`)}>
              {t("back")}
            </ButtonLink>
          </p>
        </ActionForm>
      </Section>
    </OfferingFrame>
  );
}
