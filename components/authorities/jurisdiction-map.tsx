import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { tableLook as look } from "@/components/ui/table-look";
import { regionName } from "@/lib/accreditations/scope";
import { dayOf, today } from "@/lib/clock";
import { authoritiesCalled } from "@/lib/country/country";
import { formatDay, formatList } from "@/lib/i18n/format";
import type { DecidedChange } from "@/lib/jurisdictions/changes/queries";
import type { Assignment } from "@/lib/jurisdictions/jurisdiction";
import { plainText } from "@/lib/texts/texts";

/** Who answers for each region, the wider one before those within it. */
export function JurisdictionMap({ map }: { map: Assignment[] }) {
  const t = useTranslations("authorities");
  const locale = useLocale();
  const widest = Math.min(...map.map(({ code }) => code.length));
  return (
    <Table columns={["region", "authorities", "from"]}>
      {map.map(({ code, authorities, from }) => (
        <tr key={code} className={look.row}>
          <th scope="row" className={look.name}>
            <div style={{ paddingInlineStart: `${Math.min(code.length - widest, 3) * 0.9}rem` }}>
              <span className="font-semibold">{regionName(code, locale)}</span> <span className="text-ink-2 text-sm">{code}</span>
            </div>
          </th>
          <td className={look.cell}>
            <Names slugs={authorities} />
          </td>
          <td className={`${look.cell} text-ink-2 text-sm`}>{from ? formatDay(from, locale) : t("always")}</td>
        </tr>
      ))}
    </Table>
  );
}

/** What was decided, the latest day first. */
export function JurisdictionChanges({ changes }: { changes: DecidedChange[] }) {
  const t = useTranslations("authorities");
  const locale = useLocale();
  return (
    <Table columns={["from", "region", "authorities", "reason"]}>
      {changes.map(({ number, code, authorities, from, reason, by, recordedAt }) => (
        <tr key={number} className={look.row}>
          <th scope="row" className={`${look.cell} whitespace-nowrap text-start font-semibold`}>
            {from && formatDay(from, locale)}
            {from && from > today() && <span className="block font-normal text-accent text-sm">{t("ahead")}</span>}
          </th>
          <td className={look.cell}>
            {regionName(code, locale)} <span className="text-ink-2 text-sm">{code}</span>
          </td>
          <td className={look.cell}>
            <Names slugs={authorities} />
          </td>
          <td className={`${look.cell} text-sm [overflow-wrap:anywhere]`}>
            <span className="whitespace-pre-line">{reason}</span>
            <span className="block text-ink-2">{t("by", { name: by ?? "–", day: formatDay(dayOf(new Date(recordedAt)), locale) })}</span>
          </td>
        </tr>
      ))}
    </Table>
  );
}

function Names({ slugs }: { slugs: string[] }) {
  const t = useTranslations("authorities");
  const locale = useLocale();
  if (slugs.length === 0) return <span className="font-semibold text-warn">{t("nobody")}</span>;
  return formatList(
    authoritiesCalled(slugs).map(({ names }) => plainText(names, locale)),
    locale,
  );
}

function Table({ columns, children }: { columns: ("region" | "authorities" | "from" | "reason")[]; children: ReactNode }) {
  const t = useTranslations("authorities");
  return (
    <table className={look.table}>
      <thead className={look.head}>
        <tr className={look.headRow}>
          {columns.map((column) => (
            <th key={column} scope="col" className={look.headCell}>
              {t(`column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
