import { useLocale, useTranslations } from "next-intl";
import { tableLook as look } from "@/components/ui/table-look";
import { ToneMark } from "@/components/ui/tone-mark";
import { formatNumber } from "@/lib/i18n/format";
import { nameOfStage } from "@/lib/statistics/cases/names";
import type { CaseAges } from "@/lib/statistics/cases/queries";
import { SparkLine } from "./spark-line";

/** What awaits an authority, kind by kind and stage by stage, and how old it is. */
export function CaseAgesTable({ ages }: { ages: CaseAges[] }) {
  const t = useTranslations("statistics.cases");
  const casework = useTranslations("casework.stage");
  const reports = useTranslations("reports.state");
  const locale = useLocale();
  const days = (open: number, value: number) => (open === 0 ? "–" : t("days", { count: value }));
  const columns = ["open", "median", "oldest", "late"] as const;

  return (
    <table className={look.table}>
      <caption className="sr-only">{t("title")}</caption>
      <thead className={look.head}>
        <tr className={look.headRow}>
          <th scope="col" className={look.headCell}>
            {t("column.kind")}
          </th>
          {columns.map((column) => (
            <th key={column} scope="col" className="py-2 ps-4 text-end align-bottom font-semibold">
              {t(`column.${column}`)}
            </th>
          ))}
          <th scope="col" className="py-2 ps-4 text-end align-bottom font-semibold">
            {t("column.course")}
          </th>
        </tr>
      </thead>
      <tbody>
        {ages.map((one) => {
          const told = {
            open: formatNumber(one.open, locale),
            median: days(one.open, one.median),
            oldest: days(one.open, one.oldest),
            late: one.kind === "flag" ? "–" : formatNumber(one.late, locale),
          };
          const stage = nameOfStage(one, casework, reports);
          return (
            <tr key={`${one.kind} ${one.stage}`} className={look.row}>
              <th scope="row" className={stage === null ? `${look.name} font-semibold` : `${look.name} sm:ps-5`}>
                {stage === null ? (
                  <strong>{t(`kind.${one.kind}`)}</strong>
                ) : (
                  <>
                    {stage}
                    <span className="sr-only"> ({t(`kind.${one.kind}`)})</span>
                  </>
                )}
              </th>
              {columns.map((column) => (
                <td key={column} className="py-3 text-sm tabular-nums max-sm:py-0.5 sm:ps-4 sm:text-end">
                  <span className="me-1.5 text-ink-2 sm:hidden">{t(`column.${column}`)}</span>
                  {column === "late" && one.late > 0 ? (
                    <span className="inline-flex items-baseline gap-1.5 font-semibold text-warn">
                      <ToneMark tone="warn" />
                      {t("lateShare", { count: told.late, share: formatNumber(Math.round((100 * one.late) / one.open), locale) })}
                    </span>
                  ) : (
                    told[column]
                  )}
                </td>
              ))}
              <td className="py-2 text-end max-sm:hidden">
                <SparkLine counts={one.months.map(({ open }) => open)} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
