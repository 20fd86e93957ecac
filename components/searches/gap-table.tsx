import { useLocale, useTranslations } from "next-intl";
import { useFieldName } from "@/components/offerings/use-field-name";
import { Details } from "@/components/ui/details";
import { tableLook as look } from "@/components/ui/table-look";
import { ToneMark } from "@/components/ui/tone-mark";
import { formatNumber } from "@/lib/i18n/format";
import type { Demand } from "@/lib/insight/demand/demand";
import type { DemandQuery } from "@/lib/insight/demand/input";
import { regionName } from "@/lib/statistics/names";
import { DemandHead, demandColumns } from "./demand-head";

type Props = { gaps: Demand[]; here: string; query: DemandQuery };

/** So many are read; the rest is there for whoever wants all. */
const first = 12;

/** Themes in regions, the widest gap first. */
export function GapTable({ gaps, here, query }: Props) {
  const t = useTranslations("statistics.demand");
  return (
    <>
      <Gaps gaps={gaps.slice(0, first)} here={here} query={query} />
      {gaps.length > first && (
        <Details className="mt-3" summary={t("regions.more", { count: gaps.length - first })}>
          <Gaps gaps={gaps.slice(first)} here={here} query={query} />
        </Details>
      )}
    </>
  );
}

function Gaps({ gaps, here, query }: Props) {
  const t = useTranslations("statistics.demand");
  const locale = useLocale();
  const nameOf = useFieldName();
  const to = ({ theme, region }: Demand) => `${here}?${new URLSearchParams({ ...query, page: "1", theme, region })}#words`;

  return (
    <table className={look.table}>
      <caption className="sr-only">{t("regions.title")}</caption>
      <DemandHead />
      <tbody>
        {gaps.map((one) => (
          <tr key={`${one.theme} ${one.region}`} className={look.row}>
            <th scope="row" className={look.name}>
              <a href={to(one)}>{nameOf(one.theme)}</a>
              <span className="block text-ink-2 text-sm">{regionName(one.region, locale)}</span>
            </th>
            {demandColumns.map((column) => (
              <td key={column} className="py-3 text-sm tabular-nums max-sm:py-0.5 sm:ps-4 sm:text-end">
                <span className="me-1.5 text-ink-2 sm:hidden">{t(`column.${column}`)}</span>
                {column === "offerings" && one.offerings === 0 ? (
                  <span className="inline-flex items-center gap-1.5 font-semibold text-warn">
                    <ToneMark tone="warn" />
                    {t("regions.nothing")}
                  </span>
                ) : (
                  formatNumber(one[column], locale)
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
