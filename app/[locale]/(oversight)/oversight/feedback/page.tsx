import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { OverseenTable } from "@/components/feedback/overseen-table";
import { Nothing } from "@/components/ui/nothing";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { today } from "@/lib/clock";
import { listOverseenFeedback } from "@/lib/feedback/queries";

type Props = PageProps<"/[locale]/oversight/feedback">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "feedback.oversee" });
  return { title: t("title"), robots: { index: false } };
}

export default async function OverseenFeedbackPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const person = await requirePerson("oversight/feedback");
  const actor = actorOf(person);
  if (!mayAtAll(actor, "feedback.oversee")) notFound();
  const [t, offerings] = await Promise.all([getTranslations("feedback.oversee"), listOverseenFeedback(actor, today())]);

  return (
    <DeskPage person={person} part="oversightFeedback" title={t("title")} intro={t("intro")}>
      {offerings.length === 0 ? <Nothing>{t("none")}</Nothing> : <OverseenTable offerings={offerings} />}
    </DeskPage>
  );
}
