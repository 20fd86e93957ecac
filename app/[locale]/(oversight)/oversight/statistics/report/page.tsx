import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { FigureGrid, Totals } from "@/components/statistics/figure-grid";
import { ProviderTable } from "@/components/statistics/provider-table";
import { Button, ButtonLink } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import { Section } from "@/components/ui/section";
import { actorOf } from "@/lib/auth/actor";
import { requirePerson } from "@/lib/auth/session";
import { today } from "@/lib/clock";
import { address } from "@/lib/i18n/address";
import { formatNumber } from "@/lib/i18n/format";
import { publicFigures } from "@/lib/statistics/figure";
import { leastComplete, yearOf, yearsUntil } from "@/lib/statistics/page";
import { findOwnStatistics } from "@/lib/statistics/queries";
import { nameLabels } from "@/lib/terms/queries";

type Props = PageProps<"/[locale]/oversight/statistics/report">;

/** Of work at the desk only what the past still tells: when what lapsed. */
const codes = ["completeness", "lapses", ...publicFigures] as const;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "statistics.report" });
  return { title: t("title", { year: String(yearOf((await searchParams).year, thisYear())) }), robots: { index: false } };
}

export default async function ReportPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const person = await requirePerson("oversight/statistics/report");
  const year = yearOf((await searchParams).year, thisYear());
  const statistics = await findOwnStatistics(actorOf(person), year === thisYear() ? 0 : year);
  if (!statistics) notFound();
  const t = await getTranslations("statistics");
  const here = address(locale, "oversight/statistics");
  const named = { year: String(year) };
  const listed = leastComplete(statistics.providers);

  return (
    <DeskPage
      person={person}
      part="statistics"
      title={t("report.title", named)}
      intro={t(year === thisYear() ? "report.now" : "report.intro", named)}
      actions={
        <ButtonLink href={here} look="quiet" className="print:hidden">
          {t("report.back")}
        </ButtonLink>
      }
    >
      <form action={`${here}/report`} className="mt-6 flex flex-wrap items-end gap-3 print:hidden">
        <SelectField id="year" name="year" label={t("report.year")} defaultValue={String(year)}>
          {yearsUntil(thisYear()).map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </SelectField>
        <Button type="submit" look="quiet">
          {t("report.show")}
        </Button>
      </form>
      <Totals statistics={statistics} />
      <FigureGrid
        labels={await nameLabels(locale)}
        codes={codes}
        statistics={statistics}
        csv={(code) => `${here}/file?code=${code}&year=${year}`}
      />
      {statistics.providers.length > 0 && (
        <div className="print:break-before-page">
          <Section id="by-provider" title={t("byProvider.title")}>
            <p className="mb-4 max-w-[68ch] text-ink-2 text-sm">
              {t("byProvider.definition")}
              {listed.length < statistics.providers.length &&
                ` ${t("report.lowest", { shown: listed.length, total: formatNumber(statistics.providers.length, locale) })}`}
            </p>
            <ProviderTable providers={listed} />
          </Section>
        </div>
      )}
    </DeskPage>
  );
}

const thisYear = () => Number(today().slice(0, 4));
