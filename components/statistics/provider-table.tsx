import { useLocale, useTranslations } from "next-intl";
import { LocalText } from "@/components/offerings/local-text";
import { tableLook } from "@/components/ui/table-look";
import { address } from "@/lib/i18n/address";
import { formatDay, formatNumber } from "@/lib/i18n/format";
import type { ProviderCounts } from "@/lib/statistics/figure";

const columns = ["offerings", "completeness", "parity", "policy", "ends"] as const;

/** How each provider stands. On a phone each is a block of its own, with the name of every number beside it. */
export function ProviderTable({ providers }: { providers: ProviderCounts[] }) {
  const t = useTranslations("statistics");
  const locale = useLocale();
  const share = (value: number | null) => (value === null ? "–" : t("percent", { share: formatNumber(value, locale) }));

  return (
    <table className={tableLook.table}>
      <caption className="sr-only">{t("byProvider.title")}</caption>
      <thead className={tableLook.head}>
        <tr className={tableLook.headRow}>
          <th scope="col" className={tableLook.headCell}>
            {t("byProvider.column.name")}
          </th>
          {columns.map((column) => (
            <th key={column} scope="col" className="py-2 ps-4 text-end align-bottom font-semibold">
              {t(`byProvider.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {providers.map(({ slug, name, offerings, completeness, parity, policy, ends }) => {
          const told = {
            offerings: formatNumber(offerings, locale),
            completeness: share(completeness),
            parity: share(parity),
            policy: t(policy ? "yes" : "no"),
            ends: ends ? formatDay(ends, locale) : "–",
          };
          return (
            <tr key={slug} className={tableLook.row}>
              <th scope="row" className={tableLook.name}>
                <a href={address(locale, `oversight/providers/${slug}`)}>
                  <LocalText texts={name} quiet />
                </a>
              </th>
              {columns.map((column) => (
                <td key={column} className="py-3 text-sm tabular-nums max-sm:py-0.5 sm:ps-4 sm:text-end">
                  <span className="me-1.5 text-ink-2 sm:hidden">{t(`byProvider.column.${column}`)}</span>
                  {told[column]}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
