import { useLocale, useTranslations } from "next-intl";
import { Details } from "@/components/ui/details";
import { Nothing } from "@/components/ui/nothing";
import { formatList, formatNumber } from "@/lib/i18n/format";
import { byCategory, type Count, drawn, type FigureCode } from "@/lib/statistics/figure";
import type { History } from "@/lib/statistics/history/history";
import { type LabelNames, nameOfCategory } from "@/lib/statistics/names";
import { type Bar, BarChart, shadeOf } from "./bar-chart";
import { FigureTable } from "./figure-table";
import { HistoryTable } from "./history-table";
import { LineChart } from "./line-chart";

type Props = {
  code: FigureCode;
  counts: Count[];
  labels: LabelNames;
  csv: string;
  json?: string;
  history?: History | undefined;
  historyCsv?: string | undefined;
};

/** So many bars are looked at; the table has all. */
const mostBars = 12;

/** A figure: its name, what it counts, its picture, the same as a table, and files of it. */
export function FigureBlock({ code, counts, labels, csv, json, history, historyCsv }: Props) {
  const t = useTranslations("statistics");
  const locale = useLocale();
  const title = t(`figure.${code}.title`);
  const name = (category: string) => nameOfCategory(code, category, locale, t, labels);
  const bars = byCategory(counts).map(
    ({ category, total, parts }): Bar => ({
      key: category,
      name: name(category),
      total,
      ...(drawn[code] === "stacked" ? { parts: parts.map(({ part, count }) => ({ key: part, name: part, count })) } : {}),
    }),
  );
  const byMost = drawn[code] === "stacked" ? bars.toSorted((a, b) => b.total - a.total) : bars;
  const numbers = formatList(
    byMost.slice(0, 24).map((bar) => `${bar.name} ${formatNumber(bar.total, locale)}`),
    locale,
  );
  const spoken = t("picture", { title, numbers });
  const isEmpty = counts.every(({ count }) => count === 0);

  return (
    <section id={code} aria-labelledby={`${code}-title`} className="min-w-0 print:break-inside-avoid">
      <h2 id={`${code}-title`} className="text-xl">
        {title}
      </h2>
      <p className="mt-1 mb-4 max-w-[62ch] text-ink-2 text-sm">{t(`figure.${code}.definition`)}</p>
      {isEmpty ? (
        <Nothing className="">{t("none")}</Nothing>
      ) : (
        // On paper the numbers stand beside their picture.
        <div className="print:grid print:grid-cols-2 print:items-start print:gap-x-8">
          <div className="min-w-0">
            {drawn[code] === "line" ? (
              <LineChart points={bars.map(({ key, name, total }) => ({ key, name, count: total }))} title={title} spoken={spoken} />
            ) : (
              <>
                {drawn[code] === "stacked" && <Legend counts={counts} />}
                <BarChart bars={byMost.slice(0, mostBars)} title={title} spoken={spoken} />
              </>
            )}
          </div>
          <Details className="mt-3 min-w-0 print:mt-0" summary={t("numbers")}>
            <FigureTable code={code} counts={counts} labels={labels} />
          </Details>
        </div>
      )}
      {history && !isEmpty && (
        <Details summary={t("overTime.show")}>
          <HistoryTable code={code} history={history} labels={labels} />
        </Details>
      )}
      <p className="mt-1 flex flex-wrap gap-x-4 text-sm print:hidden">
        <a href={csv} aria-label={t("fileOf", { title })} className="inline-flex min-h-8 items-center">
          {t("file")}
        </a>
        {history && historyCsv && (
          <a href={historyCsv} aria-label={t("overTime.fileOf", { title })} className="inline-flex min-h-8 items-center">
            {t("overTime.file")}
          </a>
        )}
        {json && (
          <a href={json} aria-label={`${t("json")}: ${title}`} className="inline-flex min-h-8 items-center">
            {t("json")}
          </a>
        )}
      </p>
    </section>
  );
}

function Legend({ counts }: { counts: Count[] }) {
  const t = useTranslations("statistics");
  const parts = [...new Set(counts.map(({ part }) => part))].sort();
  return (
    <ul className="mb-3 flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {parts.map((part) => (
        <li key={part} className="flex items-center gap-1.5">
          <span aria-hidden="true" className="size-3 rounded-sm bg-accent" style={{ opacity: shadeOf(part) }} />
          {t("level", { level: part })}
        </li>
      ))}
    </ul>
  );
}
