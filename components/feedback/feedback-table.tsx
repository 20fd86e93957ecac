import { useLocale, useTranslations } from "next-intl";
import { LocalText } from "@/components/offerings/local-text";
import type { OfferingFeedback } from "@/lib/feedback/queries";
import { address } from "@/lib/i18n/address";
import { formatNumber } from "@/lib/i18n/format";

const columns = ["answers", "reviews", "sessions"] as const;

/** One's offerings with what was said of each. On a phone each number stands beside its name. */
export function FeedbackTable({ offerings }: { offerings: OfferingFeedback[] }) {
  const t = useTranslations("feedback.table");
  const locale = useLocale();

  return (
    <table className="mt-8 block w-full sm:table">
      <thead className="sr-only sm:not-sr-only sm:table-header-group">
        <tr className="border-line-strong border-b text-sm">
          <th scope="col" className="py-2 pe-4 text-start font-semibold">
            {t("offering")}
          </th>
          {columns.map((column) => (
            <th key={column} scope="col" className="py-2 ps-4 text-end align-bottom font-semibold">
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="block sm:table-row-group">
        {offerings.map(({ slug, title, original, answers, reviews, invitable }) => (
          <tr key={slug} className="block border-line border-b py-3 sm:table-row sm:py-0">
            <th scope="row" className="block text-start font-normal sm:table-cell sm:py-2.5 sm:pe-4">
              <a href={address(locale, `manage/feedback/${slug}`)} className="inline-block [overflow-wrap:anywhere]">
                <LocalText texts={title} original={original} quiet />
              </a>
            </th>
            {[answers, reviews, invitable].map((number, position) => (
              <td
                key={columns[position]}
                className={`block text-sm tabular-nums sm:table-cell sm:py-2.5 sm:ps-4 sm:text-end sm:text-base ${number === 0 ? "text-ink-2" : "font-semibold"}`}
              >
                <span aria-hidden="true" className="font-normal text-ink-2 sm:hidden">
                  {t(columns[position] ?? "answers")}:{" "}
                </span>
                {formatNumber(number, locale)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
