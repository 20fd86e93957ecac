import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";
import { drawn, type FigureCode } from "@/lib/statistics/figure";
import type { History } from "@/lib/statistics/history/history";
import { type LabelNames, monthName, nameOfCategory } from "@/lib/statistics/names";
import { SparkLine } from "./spark-line";

const number = "py-1.5 ps-3 text-end tabular-nums";

/** How each category came to its number: at the beginning, half of the way and now, with its course drawn. The file has every month. */
export function HistoryTable({ code, history: { months, courses }, labels }: { code: FigureCode; history: History; labels: LabelNames }) {
  const t = useTranslations("statistics");
  const locale = useLocale();
  const last = months.length - 1;
  const told = [...new Set([0, Math.floor(last / 2), last])];

  return (
    <div className="mt-2 overflow-x-auto">
      <table className="w-full max-w-[44rem] text-sm">
        <caption className="sr-only">{t("overTime.of", { title: t(`figure.${code}.title`) })}</caption>
        <thead>
          <tr className="border-line-strong border-b align-bottom">
            <th scope="col" className="py-1.5 pe-3 text-start font-semibold">
              {t("category")}
            </th>
            <th scope="col" className="py-1.5 text-end font-semibold max-sm:hidden">
              {t("overTime.course")}
            </th>
            {told.map((place) => (
              <th key={place} scope="col" className={`${number} font-semibold`}>
                {monthName(months[place] ?? "", locale)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {courses.map(({ category, part, counts }) => (
            <tr key={`${category} ${part}`} className="border-line border-b">
              <th scope="row" className="py-1.5 pe-3 text-start font-normal [overflow-wrap:anywhere]">
                {nameOfCategory(code, category, locale, t, labels)}
                {drawn[code] === "stacked" && <span className="text-ink-2"> · {t("level", { level: part })}</span>}
              </th>
              <td className="py-1 text-end max-sm:hidden">
                <SparkLine counts={counts} />
              </td>
              {told.map((place) => (
                <td key={place} className={number}>
                  {formatNumber(counts[place] ?? 0, locale)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
