import { useLocale, useTranslations } from "next-intl";
import { LocalText } from "@/components/offerings/local-text";
import { questions } from "@/lib/feedback/feedback";
import type { OverseenFeedback } from "@/lib/feedback/overseen/queries";
import { address } from "@/lib/i18n/address";
import { formatNumber } from "@/lib/i18n/format";
import { plainText } from "@/lib/texts/texts";

/** A line for each version that was answered about: how many answers, and the mean of each question. */
export function OverseenTable({ offerings }: { offerings: OverseenFeedback[] }) {
  const t = useTranslations("feedback");
  const locale = useLocale();
  const headings = [t("table.version"), t("table.answers"), ...questions.map((question) => t(`short.${question}`))];

  return (
    <table className="w-full border-line-strong border-y text-sm max-md:block">
      <caption className="sr-only">{t("oversee.title")}</caption>
      <thead className="max-md:sr-only">
        <tr className="border-line border-b">
          <th scope="col" className="py-2 pe-4 text-start font-semibold">
            {t("table.offering")}
          </th>
          {headings.map((heading) => (
            <th key={heading} scope="col" className="px-2 py-2 text-end font-semibold">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="divide-y divide-line max-md:block">
        {offerings.flatMap(({ slug, title, original, provider, summaries }) =>
          summaries.map(({ versionNumber, answers, byQuestion }) => {
            const means = questions.map((question) => formatNumber(Math.round(byQuestion[question].mean * 10) / 10, locale));
            const figures = [String(versionNumber), formatNumber(answers, locale), ...means];
            return (
              <tr key={`${slug} ${versionNumber}`} className="max-md:block max-md:py-3">
                <th scope="row" className="max-w-80 py-2.5 pe-4 text-start font-normal max-md:block max-md:max-w-none max-md:pe-0">
                  <a href={address(locale, `offerings/${slug}?version=${versionNumber}`)} className="text-base">
                    <LocalText texts={title} original={original} quiet />
                  </a>
                  <span className="block text-ink-2">{plainText(provider, locale)}</span>
                </th>
                {headings.map((heading, place) => (
                  <td
                    key={heading}
                    className="px-2 text-end tabular-nums max-md:flex max-md:justify-between max-md:px-0 max-md:py-0.5 max-md:text-start"
                  >
                    <span aria-hidden="true" className="text-ink-2 md:hidden">
                      {heading}
                    </span>
                    {figures[place]}
                  </td>
                ))}
              </tr>
            );
          }),
        )}
      </tbody>
    </table>
  );
}
