import { useLocale, useTranslations } from "next-intl";
import { LocalText } from "@/components/offerings/local-text";
import { address } from "@/lib/i18n/address";
import { formatNumber } from "@/lib/i18n/format";
import { totals } from "@/lib/insight/insight";
import type { OfferingInsight } from "@/lib/insight/queries";
import { Course } from "./weeks-chart";

/** Offerings with their numbers, the most read first. On a phone each number stands beside its name. */
export function InsightTable({ offerings }: { offerings: OfferingInsight[] }) {
  const t = useTranslations("insight");
  const locale = useLocale();
  const rows = offerings
    .map((offering) => ({ ...offering, ...totals(offering.weeks) }))
    .sort((a, b) => b.read - a.read || b.shown - a.shown);

  return (
    <table className="block w-full sm:table">
      <thead className="sr-only sm:not-sr-only sm:table-header-group">
        <tr className="border-line-strong border-b text-sm">
          <th scope="col" className="py-2 pe-4 text-start align-bottom font-semibold">
            {t("offering")}
          </th>
          {(["shown", "read"] as const).map((measure) => (
            <th key={measure} scope="col" className="py-2 ps-4 text-end align-bottom font-semibold">
              {t(measure)}
            </th>
          ))}
          <th scope="col" className="py-2 ps-4 text-end align-bottom font-semibold">
            {t("course")}
          </th>
        </tr>
      </thead>
      <tbody className="block sm:table-row-group">
        {rows.map(({ slug, title, original, shown, read, weeks }) => (
          <tr key={slug} className="block border-line border-b py-3 sm:table-row sm:py-0">
            <th scope="row" className="block text-start font-normal sm:table-cell sm:py-2.5 sm:pe-4">
              <a href={address(locale, `manage/insight/${slug}`)} className="inline-block [overflow-wrap:anywhere]">
                <LocalText texts={title} original={original} quiet />
              </a>
            </th>
            {Object.entries({ shown, read }).map(([measure, number]) => (
              <td key={measure} className="block text-sm tabular-nums sm:table-cell sm:py-2.5 sm:ps-4 sm:text-end sm:text-base">
                <span aria-hidden="true" className="text-ink-2 sm:hidden">
                  {t(measure as "shown")}:{" "}
                </span>
                {formatNumber(number, locale)}
              </td>
            ))}
            <td className="block sm:table-cell sm:ps-4 sm:text-end">
              <Course weeks={weeks} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
