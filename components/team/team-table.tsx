import { useLocale, useTranslations } from "next-intl";
import { tableLook as look } from "@/components/ui/table-look";
import { dayOf } from "@/lib/clock";
import { address } from "@/lib/i18n/address";
import { formatDay } from "@/lib/i18n/format";
import type { TeamMember } from "@/lib/team/queries";

/** Who is in the team, in which role and since when. On a phone each member is a block of its own. */
export function TeamTable({ team, self, mayManage }: { team: TeamMember[]; self: string; mayManage: boolean }) {
  const [t, account] = [useTranslations("team"), useTranslations("account")];
  const locale = useLocale();

  return (
    <table className={look.table}>
      <thead className={look.head}>
        <tr className={look.headRow}>
          {(["name", "role", "since", "actions"] as const).map((column) => (
            <th key={column} scope="col" className={look.headCell}>
              {t(`column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {team.map(({ personId, name, email, role, since, isSuspended }) => (
          <tr key={personId} className={look.row}>
            <th scope="row" className={`${look.name} font-semibold`}>
              {name || email}
              {personId === self && <span className="font-normal text-ink-2"> {t("you")}</span>}
              {name && <span className="block font-normal text-ink-2 text-sm">{email}</span>}
              {isSuspended && <span className="block text-bad text-sm">{t("suspended")}</span>}
            </th>
            <td className={look.cell}>{account(`role.${role}`)}</td>
            <td className={`${look.cell} whitespace-nowrap text-ink-2 text-sm`}>
              <span className="sm:sr-only">{t("column.since")} </span>
              {formatDay(dayOf(since), locale)}
            </td>
            <td className={look.cell}>
              <span className="flex flex-wrap gap-x-4 gap-y-1">
                {mayManage && (
                  <a href={address(locale, `manage/team/${personId}`)}>
                    {t("change")}
                    <span className="sr-only"> {name || email}</span>
                  </a>
                )}
                {personId === self && <a href={address(locale, "manage/team/leave")}>{t("leave.short")}</a>}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
