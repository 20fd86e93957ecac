import { useLocale, useTranslations } from "next-intl";
import { Details } from "@/components/ui/details";
import { questions, type Summary, scores } from "@/lib/feedback/feedback";
import { formatNumber } from "@/lib/i18n/format";

const width = 300;
const height = 18;
const shades = ["var(--e2)", "var(--e3)", "var(--e5)", "var(--e6)", "var(--e8)"];

/** Results of one version: of each question the mean and how the answers lie, and all numbers as a table. */
export function Results({ summary }: { summary: Summary }) {
  const t = useTranslations("feedback");
  const locale = useLocale();

  return (
    <div className="max-w-[46rem]">
      <ul>
        {questions.map((question) => {
          const { mean, counts } = summary.byQuestion[question];
          return (
            <li key={question} className="grid items-center gap-x-6 gap-y-1.5 border-line border-t py-3 sm:grid-cols-[minmax(0,1fr)_18rem]">
              <p>
                {t(`question.${question}`)}
                <strong className="block font-semibold text-sm tabular-nums">
                  {t("results.mean", { mean: formatNumber(Math.round(mean * 10) / 10, locale) })}
                </strong>
              </p>
              <Distribution counts={counts} />
            </li>
          );
        })}
      </ul>
      <Details className="border-line border-t pt-2" summary={t("results.numbers")}>
        <div className="mt-2">
          <table className="w-full text-sm [overflow-wrap:anywhere]">
            <caption className="mb-1 text-start text-ink-2">{t("results.caption")}</caption>
            <thead>
              <tr className="border-line border-b">
                <th scope="col" className="py-1.5 pe-3 text-start font-semibold">
                  {t("table.question")}
                </th>
                {scores.map((score) => (
                  <th key={score} scope="col" className="px-1.5 py-1.5 text-end font-semibold tabular-nums">
                    {score}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {questions.map((question) => (
                <tr key={question} className="border-line border-b">
                  <th scope="row" className="py-1.5 pe-3 text-start font-normal">
                    {t(`question.${question}`)}
                  </th>
                  {scores.map((score) => (
                    <td key={score} className="whitespace-nowrap px-1.5 py-1.5 text-end tabular-nums">
                      {formatNumber(summary.byQuestion[question].counts[score - 1] ?? 0, locale)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Details>
    </div>
  );
}

/** One bar, cut where one answer ends and the next begins; from pale (1) to deep (5). */
function Distribution({ counts }: { counts: number[] }) {
  const t = useTranslations("feedback.results");
  const all = counts.reduce((sum, count) => sum + count, 0) || 1;
  const [one = 0, two = 0, three = 0, four = 0, five = 0] = counts;
  const ends = counts.map((_, position) => counts.slice(0, position + 1).reduce((sum, count) => sum + count, 0));

  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t("picture", { one, two, three, four, five })} className="w-full">
      {scores.map((score, position) => {
        const count = counts[position] ?? 0;
        const start = (((ends[position] ?? 0) - count) / all) * width;
        return count === 0 ? null : (
          <rect
            key={score}
            x={start}
            y="1"
            width={Math.max(1, (count / all) * width - 1.5)}
            height={height - 2}
            rx="3"
            fill={shades[position]}
            stroke="var(--stone-edge)"
            strokeWidth="0.75"
          />
        );
      })}
    </svg>
  );
}
