import { useLocale, useTranslations } from "next-intl";
import { formatDay, formatNumber } from "@/lib/i18n/format";
import { mostWeeksShown, type PlanProps } from "./shown";

/** What each week asks, and of which offerings. */
export function WeekTable({ plan, bounds, nameOf }: PlanProps) {
  const t = useTranslations("plans.weeks");
  const locale = useLocale();
  const hours = (minutes: number) => formatNumber(Math.round(minutes / 6) / 10, locale);
  const bound = bounds.hoursPerWeek === null ? null : bounds.hoursPerWeek * 60;

  return (
    <table className="mt-2 w-full max-w-[48rem] text-sm">
      <thead>
        <tr className="border-line-strong border-b">
          <th scope="col" className="py-1.5 pe-3 text-start font-semibold">
            {t("week")}
          </th>
          <th scope="col" className="py-1.5 pe-3 text-end font-semibold">
            {t("hours")}
          </th>
          <th scope="col" className="py-1.5 ps-3 text-start font-semibold">
            {t("for")}
          </th>
        </tr>
      </thead>
      <tbody>
        {plan.weeks.slice(0, mostWeeksShown).map(({ monday, minutes, parts }) => (
          <tr key={monday} className="border-line border-b align-baseline">
            <th scope="row" className="whitespace-nowrap py-1.5 pe-3 text-start font-normal">
              {formatDay(monday, locale)}
            </th>
            <td className="py-1.5 pe-3 text-end tabular-nums">
              {hours(minutes)}
              {bound !== null && minutes > bound && <span className="block text-bad">{t("tooMuch")}</span>}
            </td>
            <td className="py-1.5 ps-3 [overflow-wrap:anywhere]">
              {parts.map(({ id, minutes: own }) => (
                <span key={id} className="block">
                  {t("part", { title: nameOf(id), hours: hours(own) })}
                </span>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
