import { useLocale, useTranslations } from "next-intl";
import { LineChart } from "@/components/statistics/line-chart";
import { uses } from "@/lib/guidance/use";
import type { MonthOfUse } from "@/lib/guidance/uses/uses";
import { formatList, formatNumber } from "@/lib/i18n/format";
import { monthName } from "@/lib/statistics/names";

/** One picture for each thing that was done at all, each with its own scale; the table beside them has every number. */
export function UseCharts({ months }: { months: MonthOfUse[] }) {
  const t = useTranslations("guidance.use");
  const locale = useLocale();
  const done = uses.filter((what) => months.some((month) => month[what] > 0));

  return (
    <div className="grid max-w-[56rem] gap-x-10 gap-y-8 sm:grid-cols-2">
      {done.map((what) => {
        const points = months.map((month) => ({ key: month.month, name: monthName(month.month, locale), count: month[what] }));
        const total = points.reduce((sum, { count }) => sum + count, 0);
        const spoken = formatList(
          points.map(({ name, count }) => `${name}: ${formatNumber(count, locale)}`),
          locale,
        );
        return (
          <figure key={what} className="min-w-0">
            <figcaption className="mb-2">
              <span className="block text-sm">{t(`what.${what}`)}</span>
              <strong className="font-display text-xl tabular-nums">{t("inYear", { count: total })}</strong>
            </figcaption>
            <LineChart points={points} title={t(`what.${what}`)} spoken={spoken} />
          </figure>
        );
      })}
    </div>
  );
}
