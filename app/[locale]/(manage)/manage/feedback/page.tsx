import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { FeedbackTable } from "@/components/feedback/feedback-table";
import { OwnReviews } from "@/components/feedback/own-reviews";
import { Nothing } from "@/components/ui/nothing";
import { Pagination } from "@/components/ui/pagination";
import { Section } from "@/components/ui/section";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { today } from "@/lib/clock";
import { listFeedback } from "@/lib/feedback/queries";
import { listOwnReviews } from "@/lib/feedback/reviews/queries";
import { address } from "@/lib/i18n/address";
import { paged } from "@/lib/pages/paged";
import { takeBackReviewAction } from "./actions";

type Props = PageProps<"/[locale]/manage/feedback">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "feedback" });
  return { title: t("title"), robots: { index: false } };
}

export default async function FeedbackPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const person = await requirePerson("manage/feedback");
  const actor = actorOf(person);
  if (!mayAtAll(actor, "feedback.read")) notFound();
  const [t, offerings, reviews] = await Promise.all([getTranslations("feedback"), listFeedback(actor, today()), listOwnReviews(actor)]);
  const query = await searchParams;
  const list = paged(offerings, query.page);
  const maySign = mayAtAll(actor, "review.sign");

  return (
    <DeskPage person={person} part="feedback" title={t("title")} intro={t("intro")} done={query.done}>
      {offerings.length === 0 ? <Nothing>{t("none")}</Nothing> : <FeedbackTable offerings={list.shown} />}
      <Pagination page={list.page} pages={list.pages} href={(one) => address(locale, `manage/feedback?page=${one}`)} />
      <Section id="own" title={t("own.title")}>
        <OwnReviews
          reviews={reviews.map((review) => ({ review, takeBack: maySign ? takeBackReviewAction.bind(null, review.id) : null }))}
        />
      </Section>
    </DeskPage>
  );
}
