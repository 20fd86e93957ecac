import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { ReportList } from "@/components/reports/report-list";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { reportQuery } from "@/lib/reports/input";
import { listReports } from "@/lib/reports/queries";

type Props = PageProps<"/[locale]/oversight/reports">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "reports.list" });
  return { title: t("title"), robots: { index: false } };
}

export default async function OverseenReportsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const person = await requirePerson("oversight/reports");
  const actor = actorOf(person);
  if (!mayAtAll(actor, "report.read")) notFound();
  const [t, asked] = await Promise.all([getTranslations("reports.list"), searchParams]);
  const query = reportQuery.parse(asked);
  const found = await listReports(actor, query, "authority");

  return (
    <DeskPage person={person} part="oversightReports" title={t("title")} intro={t("oversight")} done={asked.done}>
      <ReportList found={found} query={query} path="oversight/reports" />
    </DeskPage>
  );
}
