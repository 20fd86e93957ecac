import { useLocale, useTranslations } from "next-intl";
import { dayOf } from "@/lib/clock";
import { address } from "@/lib/i18n/address";
import { formatDay } from "@/lib/i18n/format";
import type { TeamMember } from "@/lib/team/queries";

/** Who is in the team, in which role and since when. On a phone each member is a block of its own. */
export function TeamTable({ team, self, mayManage }: { team: TeamMember[]; self: string; mayManage: boolean }) {
  const [t, account] = [useTranslations("team"), useTranslations("account")];
  const locale = useLocale();

  return (
    <table className="w-full text-start">
      <thead className="max-sm:sr-only">
        <tr className="border-line-strong border-b text-ink-2 text-sm">
          {(["name", "role", "since", "actions"] as const).map((column) => (
            <th key={column} scope="col" className="py-2 pe-4 text-start font-semibold">
              {t(`column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {team.map(({ personId, name, email, role, since, isSuspended }) => (
          <tr key={personId} className="border-line border-b align-baseline max-sm:grid max-sm:py-2">
            <th scope="row" className="py-2.5 pe-4 text-start font-semibold max-sm:py-0.5">
              {name || email}
              {personId === self && <span className="font-normal text-ink-2"> {t("you")}</span>}
              {name && <span className="wrap-anywhere block font-normal text-ink-2 text-sm">{email}</span>}
              {isSuspended && <span className="block text-bad text-sm">{t("suspended")}</span>}
            </th>
            <td className="py-2.5 pe-4 max-sm:py-0.5">{account(`role.${role}`)}</td>
            <td className="py-2.5 pe-4 text-ink-2 text-sm max-sm:py-0.5">
              <span className="sm:sr-only">{t("column.since")} </span>
              {formatDay(dayOf(since), locale)}
            </td>
            <td className="py-2.5 max-sm:py-0.5">
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
