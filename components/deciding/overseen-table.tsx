import { useLocale, useTranslations } from "next-intl";
import { LocalText } from "@/components/offerings/local-text";
import { StandingLine } from "@/components/providers/standing-line";
import { ToneMark } from "@/components/ui/tone-mark";
import type { OverseenRow } from "@/lib/decisions/overview/queries";
import { address } from "@/lib/i18n/address";
import { formatDay, formatNumber } from "@/lib/i18n/format";

const head = "py-2 pe-4 font-semibold text-ink-2 text-sm";
const cell = "py-3 pe-4 align-baseline max-md:block max-md:py-1 max-md:pe-0";

/** The authority's providers, one a row, with what is to be looked at. On a phone each is a block of its own. */
export function OverseenTable({ rows }: { rows: OverseenRow[] }) {
  const t = useTranslations("deciding.list");
  const locale = useLocale();

  return (
    <table className="w-full border-line border-y text-start max-md:block">
      <caption className="sr-only">{t("caption")}</caption>
      <thead className="max-md:sr-only">
        <tr className="border-line border-b">
          {(["name", "standing", "attention", "offerings"] as const).map((column) => (
            <th key={column} scope="col" className={`${head} ${column === "offerings" ? "pe-0 text-end" : "text-start"}`}>
              {t(`column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="divide-y divide-line max-md:block">
        {rows.map((row) => (
          <tr key={row.id} className="max-md:block max-md:py-3">
            <th scope="row" className={`${cell} min-w-0 text-start font-normal md:min-w-60`}>
              <a href={address(locale, `oversight/providers/${row.slug}`)} className="font-semibold [overflow-wrap:anywhere]">
                <LocalText texts={row.name} quiet />
              </a>
              <span className="block text-ink-2 text-sm">{row.town}</span>
            </th>
            <td className={`${cell} text-sm`}>
              <StandingLine standing={row.standing} />
            </td>
            <td className={`${cell} text-sm`}>
              <Attention row={row} />
            </td>
            <td className={`${cell} pe-0 text-end tabular-nums max-md:text-start`}>
              <span className="me-1.5 text-ink-2 text-sm md:hidden">{t("column.offerings")}</span>
              {formatNumber(row.offerings, locale)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Attention({ row }: { row: OverseenRow }) {
  const t = useTranslations("deciding.list");
  const locale = useLocale();
  const { ends, restrictions, reviewOn, drafts } = row;
  const marks = [
    ends && t("ends", { day: formatDay(ends, locale) }),
    restrictions > 0 && t("restrictions", { count: restrictions }),
    reviewOn && t("review", { day: formatDay(reviewOn, locale) }),
    drafts > 0 && t("drafts", { count: drafts }),
  ].filter((mark) => typeof mark === "string");
  if (marks.length === 0) return null;

  return (
    <ul className="space-y-1">
      {marks.map((mark) => (
        <li key={mark} className="flex items-baseline gap-2">
          <ToneMark tone="warn" />
          {mark}
        </li>
      ))}
    </ul>
  );
}
