import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { FigureGrid, Totals } from "@/components/statistics/figure-grid";
import { RegionChoice } from "@/components/statistics/region-choice";
import { address } from "@/lib/i18n/address";
import { pageMetadata } from "@/lib/i18n/metadata";
import { publicFigures } from "@/lib/statistics/figure";
import { readHistories } from "@/lib/statistics/history/queries";
import { regionOfAddress } from "@/lib/statistics/page";
import { readStatistics } from "@/lib/statistics/queries";
import { nameLabels } from "@/lib/terms/queries";

type Props = PageProps<"/[locale]/statistics">;

// Not kept: what it is drawn from is counted by the worker, whose counting no page is told of.
export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "statistics" });
  return pageMetadata({ locale, path: "statistics", title: t("title"), description: t("description") });
}

export default async function StatisticsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations("statistics");
  const region = regionOfAddress((await searchParams).region);
  const [statistics, histories] = await Promise.all([readStatistics(region), readHistories(region === "" ? "country" : { region })]);
  const query = `lang=${locale}${region === "" ? "" : `&region=${region}`}`;

  return (
    <main id="main" className="wrap pt-8 pb-8">
      <h1 className="text-4xl">{t("title")}</h1>
      <p className="mt-2 max-w-[62ch] text-ink-2">{t("intro")}</p>
      <RegionChoice here={address(locale, "statistics")} region={region} />
      <Totals statistics={statistics} />
      <FigureGrid
        labels={await nameLabels(locale)}
        codes={publicFigures}
        statistics={statistics}
        csv={(code) => `/api/v1/statistics/${code}.csv?${query}`}
        json={(code) => `/api/v1/statistics/${code}?${query}`}
        histories={histories}
        historyCsv={(code) => `/api/v1/statistics/${code}.csv?${query}&history=1`}
      />
    </main>
  );
}
