import { useLocale, useTranslations } from "next-intl";
import { tableLook as look } from "@/components/ui/table-look";
import { ToneMark } from "@/components/ui/tone-mark";
import type { ListedList } from "@/lib/guidance/lists/queries";
import { address } from "@/lib/i18n/address";
import { formatDay } from "@/lib/i18n/format";

/** A counsellor's lists: what each holds, until when a client reads it, and whether something in it has changed. */
export function OwnListTable({ rows }: { rows: ListedList[] }) {
  const t = useTranslations("clients.table");
  const locale = useLocale();

  return (
    <table className={look.table}>
      <thead className={look.head}>
        <tr className={look.headRow}>
          {(["label", "news", "shared", "changed"] as const).map((name) => (
            <th key={name} scope="col" className={look.headCell}>
              {t(name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, label, count, toLookAt, sharedUntil, changedOn }) => (
          <tr key={id} className={look.row}>
            <th scope="row" className={look.name}>
              <a href={address(locale, `guidance/lists/${id}`)} className="font-semibold">
                {label}
              </a>
              <span className="block text-ink-2 text-sm">{t("count", { count })}</span>
            </th>
            <td className={look.cell}>
              {toLookAt > 0 ? (
                <span className="inline-flex items-baseline gap-2">
                  <ToneMark tone="warn" />
                  {t("toLookAt", { count: toLookAt })}
                </span>
              ) : (
                <span className="text-ink-2 text-sm">{t("noNews")}</span>
              )}
            </td>
            <td className={`${look.cell} text-sm`}>
              {sharedUntil ? (
                t("sharedUntil", { day: formatDay(sharedUntil, locale) })
              ) : (
                <span className="text-ink-2">{t("notShared")}</span>
              )}
            </td>
            <td className={`${look.cell} text-sm`}>
              <span className="text-ink-2 sm:hidden">{t("changed")}: </span>
              {formatDay(changedOn, locale)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
