import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { CaseAgesTable } from "@/components/statistics/case-ages-table";
import { FigureGrid, Totals } from "@/components/statistics/figure-grid";
import { ProviderTable } from "@/components/statistics/provider-table";
import { ButtonLink } from "@/components/ui/button";
import { Nothing } from "@/components/ui/nothing";
import { Pagination } from "@/components/ui/pagination";
import { Section } from "@/components/ui/section";
import { actorOf } from "@/lib/auth/actor";
import { requirePerson } from "@/lib/auth/session";
import { today } from "@/lib/clock";
import { address } from "@/lib/i18n/address";
import { pageOf } from "@/lib/page-of";
import { listCaseAges } from "@/lib/statistics/cases/queries";
import { authorityFigures, publicFigures } from "@/lib/statistics/figure";
import { readHistories } from "@/lib/statistics/history/queries";
import { findOwnScope, findOwnStatistics } from "@/lib/statistics/queries";
import { nameLabels } from "@/lib/terms/queries";

type Props = PageProps<"/[locale]/oversight/statistics">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "statistics" });
  return { title: t("title"), robots: { index: false } };
}

export default async function OwnStatisticsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const person = await requirePerson("oversight/statistics");
  const actor = actorOf(person);
  const [statistics, scope] = await Promise.all([findOwnStatistics(actor), findOwnScope(actor)]);
  if (!statistics || !scope) notFound();
  const [histories, ages] = await Promise.all([readHistories(scope), listCaseAges(actor, today())]);
  const t = await getTranslations("statistics");
  const here = address(locale, "oversight/statistics");
  const { rows, page, pages } = pageOf(statistics.providers, (await searchParams).page);

  return (
    <DeskPage
      person={person}
      part="statistics"
      title={t("title")}
      intro={t("ownIntro")}
      actions={
        <>
          <ButtonLink href={`${here}/searches`} look="quiet">
            {t("demand.link")}
          </ButtonLink>
          <ButtonLink href={`${here}/report?year=${today().slice(0, 4)}`} look="quiet">
            {t("report.link")}
          </ButtonLink>
        </>
      }
    >
      <Totals statistics={statistics} />
      <Section id="cases" title={t("cases.title")} aside={<a href={`${here}/file?code=cases`}>{t("cases.file")}</a>}>
        <p className="mb-4 max-w-[68ch] text-ink-2 text-sm">{t("cases.definition")}</p>
        <CaseAgesTable ages={ages} />
      </Section>
      <FigureGrid
        labels={await nameLabels(locale)}
        codes={[...authorityFigures, ...publicFigures]}
        statistics={statistics}
        csv={(code) => `${here}/file?code=${code}`}
        histories={histories}
        historyCsv={(code) => `${here}/file?code=${code}&history=1`}
      />
      <Section id="by-provider" title={t("byProvider.title")}>
        <p className="mb-4 max-w-[68ch] text-ink-2 text-sm">{t("byProvider.definition")}</p>
        {rows.length === 0 ? <Nothing className="">{t("byProvider.none")}</Nothing> : <ProviderTable providers={rows} />}
        <div className="mt-6">
          <Pagination page={page} pages={pages} href={(to) => `${here}?page=${to}#by-provider`} />
        </div>
      </Section>
    </DeskPage>
  );
}
