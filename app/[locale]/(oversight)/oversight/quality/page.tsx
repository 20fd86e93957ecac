import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { QualityTabs } from "@/components/quality/quality-tabs";
import { ReportTable } from "@/components/quality/report-table";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { qualityQuery } from "@/lib/quality/input";
import { listReports } from "@/lib/quality/queries";

type Props = PageProps<"/[locale]/oversight/quality">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "quality.list" });
  return { title: t("title"), robots: { index: false } };
}

export default async function QualityReportsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const person = await requirePerson("oversight/quality");
  const actor = actorOf(person);
  if (!mayAtAll(actor, "quality.read")) notFound();
  const [t, asked] = await Promise.all([getTranslations("quality.list"), searchParams]);
  const query = qualityQuery.parse(asked);
  const found = await listReports(actor, query);

  return (
    <DeskPage person={person} part="quality" title={t("title")} intro={t("intro")} done={asked.done}>
      <QualityTabs current="reports" />
      <ReportTable found={found} query={query} />
    </DeskPage>
  );
}
