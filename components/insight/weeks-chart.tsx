import { useLocale, useTranslations } from "next-intl";
import { Details } from "@/components/ui/details";
import { formatDay, formatList, formatNumber } from "@/lib/i18n/format";
import { totals, type Week } from "@/lib/insight/insight";

const width = 360;
const height = 120;
const measures = ["shown", "read"] as const;
type Measure = (typeof measures)[number];

/** Twelve weeks in two pictures, each with its own scale, and the same numbers as a table. */
export function WeeksChart({ weeks }: { weeks: Week[] }) {
  const t = useTranslations("insight");
  const locale = useLocale();
  const sum = totals(weeks);

  return (
    <>
      <div className="grid max-w-[56rem] gap-x-10 gap-y-6 sm:grid-cols-2">
        {measures.map((measure) => (
          <figure key={measure} className="min-w-0">
            <figcaption className="mb-2">
              <span className="block text-sm">{t(measure)}</span>
              <strong className="font-display text-xl tabular-nums">{t("total", { count: formatNumber(sum[measure], locale) })}</strong>
            </figcaption>
            {sum[measure] > 0 && <Bars weeks={weeks} measure={measure} />}
          </figure>
        ))}
      </div>
      <Details className="mt-3" summary={t("numbers")}>
        <div className="mt-2 overflow-x-auto">
          <table className="w-full max-w-[40rem] text-sm">
            <thead>
              <tr className="border-line-strong border-b">
                <th scope="col" className="py-1.5 pe-3 text-start font-semibold">
                  {t("week")}
                </th>
                {measures.map((measure) => (
                  <th key={measure} scope="col" className="py-1.5 ps-3 text-end font-semibold">
                    {t(measure)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeks.toReversed().map((week) => (
                <tr key={week.week} className="border-line border-b">
                  <th scope="row" className="py-1.5 pe-3 text-start font-normal">
                    {formatDay(week.week, locale)}
                  </th>
                  {measures.map((measure) => (
                    <td key={measure} className="py-1.5 ps-3 text-end tabular-nums">
                      {formatNumber(week[measure], locale)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Details>
    </>
  );
}

function Bars({ weeks, measure }: { weeks: Week[]; measure: Measure }) {
  const t = useTranslations("insight");
  const locale = useLocale();
  const numbers = weeks.map((week) => week[measure]);
  const most = Math.max(1, ...numbers);
  // Where numbers are wider than a bar, only the highest stands there: all are in the table.
  const step = width / weeks.length;
  const base = height - 20;
  const label = t("picture", {
    what: t(measure),
    numbers: formatList(
      numbers.map((number) => formatNumber(number, locale)),
      locale,
    ),
  });

  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} className="w-full overflow-visible">
      <line x1="0" y1={base + 0.5} x2={width} y2={base + 0.5} stroke="var(--line-strong)" />
      {weeks.map((week, position) => {
        const tall = (week[measure] / most) * (base - 14);
        return (
          <g key={week.week}>
            {week[measure] > 0 && (
              <>
                <rect x={position * step + 3} y={base - tall} width={step - 6} height={tall} rx="2" fill="var(--accent)" />
                {(most < 10_000 || position === numbers.indexOf(most)) && (
                  <text x={(position + 0.5) * step} y={base - tall - 3} fontSize="10" fill="var(--ink-2)" textAnchor="middle">
                    {formatNumber(week[measure], locale)}
                  </text>
                )}
              </>
            )}
            {(position === 0 || position === weeks.length - 1) && (
              <text
                x={position === 0 ? 0 : width}
                y={height - 4}
                fontSize="11"
                fill="var(--ink-2)"
                textAnchor={position === 0 ? "start" : "end"}
              >
                {formatDay(week.week, locale)}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

/** The course of one offering in a line of a table; the numbers stand beside it. */
export function Course({ weeks }: { weeks: Week[] }) {
  const most = Math.max(1, ...weeks.map(({ read }) => read));
  return (
    <svg viewBox="0 0 96 24" aria-hidden="true" className="inline-block h-6 w-24">
      <line x1="0" y1="23.5" x2="96" y2="23.5" stroke="var(--line)" />
      {weeks.map(({ week, read }, position) => (
        <rect key={week} x={position * 8 + 1} y={23 - (read / most) * 21} width="6" height={(read / most) * 21} fill="var(--accent)" />
      ))}
    </svg>
  );
}
