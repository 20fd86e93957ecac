import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";
import { type Count, drawn, type FigureCode } from "@/lib/statistics/figure";
import { type LabelNames, nameOfCategory } from "@/lib/statistics/names";

const number = "py-1.5 ps-3 text-end tabular-nums";

/** Categories of a list of terms are fewer; words that people look for can be thousands. */
const mostRows = 100;

/** The numbers of a figure; of very many those that stand first, and the file has all. */
export function FigureTable({ code, counts, labels }: { code: FigureCode; counts: Count[]; labels: LabelNames }) {
  const t = useTranslations("statistics");
  const locale = useLocale();
  const hasParts = drawn[code] === "stacked";

  const left = counts.length - mostRows;

  return (
    <>
      <table className="mt-2 w-full max-w-[40rem] text-sm">
        <caption className="sr-only">{t(`figure.${code}.title`)}</caption>
        <thead>
          <tr className="border-line-strong border-b">
            <th scope="col" className="py-1.5 pe-3 text-start font-semibold">
              {t("category")}
            </th>
            {hasParts && (
              <th scope="col" className="py-1.5 pe-3 text-start font-semibold">
                {t("part")}
              </th>
            )}
            <th scope="col" className={`${number} font-semibold`}>
              {t("count")}
            </th>
          </tr>
        </thead>
        <tbody>
          {counts.slice(0, mostRows).map(({ category, part, count }) => (
            <tr key={`${category} ${part}`} className="border-line border-b">
              <th scope="row" className="py-1.5 pe-3 text-start font-normal [overflow-wrap:anywhere]">
                {nameOfCategory(code, category, locale, t, labels)}
              </th>
              {hasParts && <td className="py-1.5 pe-3">{t("level", { level: part })}</td>}
              <td className={number}>{formatNumber(count, locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {left > 0 && <p className="mt-2 text-sm">{t("more", { count: left })}</p>}
    </>
  );
}
