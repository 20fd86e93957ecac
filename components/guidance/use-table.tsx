import { useLocale, useTranslations } from "next-intl";
import { uses } from "@/lib/guidance/use";
import type { MonthOfUse } from "@/lib/guidance/uses/uses";
import { formatNumber } from "@/lib/i18n/format";
import { monthName } from "@/lib/statistics/names";

/** The months as rows, the latest first; on a phone each month is a block, so that nothing scrolls sideways. */
export function UseTable({ months }: { months: MonthOfUse[] }) {
  const t = useTranslations("guidance.use");
  const locale = useLocale();

  return (
    <table className="w-full text-sm">
      <thead className="max-md:sr-only">
        <tr className="border-line-strong border-b align-bottom text-ink-2">
          <th scope="col" className="py-2 pe-3 text-start font-semibold">
            {t("month")}
          </th>
          {uses.map((what) => (
            <th key={what} scope="col" className="py-2 ps-3 text-end font-semibold">
              {t(`what.${what}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {months.toReversed().map((month) => (
          <tr key={month.month} className="border-line border-b max-md:grid max-md:grid-cols-[minmax(0,1fr)] max-md:py-3">
            <th scope="row" className="whitespace-nowrap py-2 pe-3 text-start font-semibold max-md:py-0.5">
              {monthName(month.month, locale)}
              {uses.every((what) => month[what] === 0) && <span className="font-normal text-ink-2 md:hidden">: {t("nothing")}</span>}
            </th>
            {uses.map((what) => (
              <td
                key={what}
                className={`py-2 ps-3 text-end tabular-nums max-md:justify-between max-md:py-0.5 max-md:ps-0 ${month[what] === 0 ? "text-ink-2 max-md:hidden" : "max-md:flex"}`}
              >
                <span className="md:sr-only">{t(`what.${what}`)} </span>
                {formatNumber(month[what], locale)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
