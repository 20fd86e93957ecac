import { useLocale, useTranslations } from "next-intl";
import { LocalText } from "@/components/offerings/local-text";
import { questions } from "@/lib/feedback/feedback";
import type { OverseenFeedback } from "@/lib/feedback/queries";
import { address } from "@/lib/i18n/address";
import { formatNumber } from "@/lib/i18n/format";
import { plainText } from "@/lib/texts/texts";

/** A line for each version that was answered about: how many answers, and the mean of each question. */
export function OverseenTable({ offerings }: { offerings: OverseenFeedback[] }) {
  const t = useTranslations("feedback");
  const locale = useLocale();
  const headings = [t("table.version"), t("table.answers"), ...questions.map((question) => t(`short.${question}`))];

  return (
    <section aria-label={t("oversee.title")} className="mt-8 overflow-x-auto" tabIndex={-1}>
      <table className="w-full min-w-[46rem] text-sm">
        <thead>
          <tr className="border-line-strong border-b">
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
        <tbody>
          {offerings.flatMap(({ slug, title, original, provider, summaries }) =>
            summaries.map(({ versionNumber, answers, byQuestion }) => (
              <tr key={`${slug} ${versionNumber}`} className="border-line border-b">
                <th scope="row" className="max-w-80 py-2.5 pe-4 text-start font-normal">
                  <a href={address(locale, `offerings/${slug}?version=${versionNumber}`)} className="text-base">
                    <LocalText texts={title} original={original} quiet />
                  </a>
                  <span className="block text-ink-2">{plainText(provider, locale)}</span>
                </th>
                <td className="px-2 text-end tabular-nums">{versionNumber}</td>
                <td className="px-2 text-end tabular-nums">{formatNumber(answers, locale)}</td>
                {questions.map((question) => (
                  <td key={question} className="px-2 text-end tabular-nums">
                    {formatNumber(Math.round(byQuestion[question].mean * 10) / 10, locale)}
                  </td>
                ))}
              </tr>
            )),
          )}
        </tbody>
      </table>
    </section>
  );
}
