import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { AgencyTable } from "@/components/quality/agency-table";
import { QualityTabs } from "@/components/quality/quality-tabs";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { listAgencies } from "@/lib/quality/agencies/list/queries";
import { agencyQuery } from "@/lib/quality/input";

type Props = PageProps<"/[locale]/oversight/quality/agencies">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "quality.agencies" });
  return { title: t("title"), robots: { index: false } };
}

export default async function QualityAgenciesPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const person = await requirePerson("oversight/quality/agencies");
  const actor = actorOf(person);
  if (!mayAtAll(actor, "quality.read")) notFound();
  const [t, asked] = await Promise.all([getTranslations("quality.agencies"), searchParams]);
  const query = agencyQuery.parse(asked);
  const found = await listAgencies(actor, query);

  return (
    <DeskPage person={person} part="quality" title={t("title")} intro={t("intro")}>
      <QualityTabs current="agencies" />
      <AgencyTable found={found} query={query} />
    </DeskPage>
  );
}
