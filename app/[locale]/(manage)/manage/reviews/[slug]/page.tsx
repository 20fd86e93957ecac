import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { cache } from "react";
import { DeskPage } from "@/components/desk/desk-page";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { AreaField, ChoiceField } from "@/components/ui/form-fields";
import { Notice } from "@/components/ui/notice";
import { actorOf } from "@/lib/auth/actor";
import { requirePerson } from "@/lib/auth/session";
import { findReviewable } from "@/lib/feedback/reviews/queries";
import { ownName } from "@/lib/i18n/format";
import { locales } from "@/lib/i18n/locales";
import { plainText } from "@/lib/texts/texts";
import { signReviewAction } from "./actions";

type Props = PageProps<"/[locale]/manage/reviews/[slug]">;

/** The page and its title ask the same: once. */
const find = cache(async (slug: string) => {
  const person = await requirePerson(`manage/reviews/${slug}`);
  return { person, offering: (await findReviewable(actorOf(person), slug)) ?? notFound() };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const { offering } = await find(slug);
  const t = await getTranslations({ locale, namespace: "feedback.sign" });
  return { title: t("title", { offering: plainText(offering.title, locale, offering.original) }), robots: { index: false } };
}

export default async function SignReviewPage({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const { person, offering } = await find(slug);
  const [t, desk] = await Promise.all([getTranslations("feedback.sign"), getTranslations("desk")]);

  return (
    <DeskPage
      person={person}
      part="feedback"
      title={t("title", { offering: plainText(offering.title, locale, offering.original) })}
      intro={t("intro", { provider: plainText(offering.provider, locale) })}
    >
      {offering.text !== null && (
        <div className="mt-6 max-w-[46rem]">
          <Notice>{t("again")}</Notice>
        </div>
      )}
      <ActionForm action={signReviewAction.bind(null, slug)} problemsTitle={desk("problems")} className="mt-6 grid max-w-[46rem] gap-5">
        <AreaField name="text" rows={8} label={t("text")} hint={t("textHint")} defaultValue={offering.text ?? ""} />
        <ChoiceField name="locale" label={t("language")} defaultValue={offering.locale ?? locale}>
          {locales.map((one) => (
            <option key={one} value={one} lang={one}>
              {ownName(one)}
            </option>
          ))}
        </ChoiceField>
        <Button type="submit" className="justify-self-start">
          {t("button")}
        </Button>
      </ActionForm>
    </DeskPage>
  );
}
