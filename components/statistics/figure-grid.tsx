import { useLocale, useTranslations } from "next-intl";
import { dayOf } from "@/lib/clock";
import { formatDay, formatNumber, formatTime } from "@/lib/i18n/format";
import type { FigureCode, Statistics } from "@/lib/statistics/figure";
import type { History } from "@/lib/statistics/history/history";
import type { LabelNames } from "@/lib/statistics/names";
import { FigureBlock } from "./figure-block";

/** The two numbers that one asks first, and when all of it was counted. */
export function Totals({ statistics }: { statistics: Statistics }) {
  const t = useTranslations("statistics");
  const locale = useLocale();
  const of = (category: string) => statistics.counts.total.find((one) => one.category === category)?.count ?? 0;

  return (
    <div className="mt-6">
      <dl className="flex flex-wrap gap-x-12 gap-y-3">
        {(["offerings", "providers"] as const).map((what) => (
          <div key={what} className="flex flex-col-reverse">
            <dt className="text-ink-2">{t(what)}</dt>
            <dd className="font-display text-4xl tabular-nums">{formatNumber(of(what), locale)}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-ink-2 text-sm">
        {t("countedAt", {
          day: formatDay(dayOf(statistics.countedAt), locale),
          time: formatTime(statistics.countedAt, locale),
        })}
      </p>
    </div>
  );
}

type Props = {
  codes: readonly FigureCode[];
  statistics: Statistics;
  labels: LabelNames;
  csv: (code: FigureCode) => string;
  json?: (code: FigureCode) => string;
  histories?: Partial<Record<FigureCode, History>>;
  historyCsv?: (code: FigureCode) => string;
};

export function FigureGrid({ codes, statistics, labels, csv, json, histories, historyCsv }: Props) {
  return (
    <div className="mt-10 grid grid-cols-[minmax(0,1fr)] items-start gap-x-14 gap-y-12 lg:grid-cols-[repeat(2,minmax(0,1fr))] print:grid-cols-[minmax(0,1fr)]">
      {codes.map((code) => (
        <FigureBlock
          key={code}
          code={code}
          counts={statistics.counts[code]}
          labels={labels}
          csv={csv(code)}
          history={histories?.[code]}
          historyCsv={historyCsv?.(code)}
          {...(json ? { json: json(code) } : {})}
        />
      ))}
    </div>
  );
}
