import { useLocale, useTranslations } from "next-intl";
import { StateMark } from "@/components/applications/state-mark";
import { tableLook as look } from "@/components/ui/table-look";
import type { ApplicationView } from "@/lib/applications/queries";
import { dayOf, today } from "@/lib/clock";
import { daysBetween } from "@/lib/days/days";
import { address } from "@/lib/i18n/address";
import { formatDay } from "@/lib/i18n/format";
import { plainText } from "@/lib/texts/texts";
import { labelOf } from "@/lib/vocabularies/vocabulary";

/** The authority's applications, those that wait longest first. On a phone each is a block of its own. */
export function QueueTable({ applications }: { applications: ApplicationView[] }) {
  const [t, application] = [useTranslations("oversight"), useTranslations("application")];
  const locale = useLocale();

  return (
    <table className={`mt-6 ${look.table}`}>
      <thead className={look.head}>
        <tr className={look.headRow}>
          {(["organisation", "state", "sent", "age"] as const).map((column) => (
            <th key={column} scope="col" className={look.headCell}>
              {t(`column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {applications.map(({ id, content, status, submittedAt, decidedAt }) => {
          const sent = submittedAt && dayOf(submittedAt);
          const until = decidedAt ? dayOf(decidedAt) : today();
          return (
            <tr key={id} className={look.row}>
              <th scope="row" className={look.name}>
                <a href={address(locale, `oversight/applications/${id}`)} className="font-semibold">
                  {plainText(content.identity.names, locale) || application("unnamed")}
                </a>
                <span className="block text-ink-2 text-sm">
                  {[content.places.seat, content.type && labelOf("providerTypes", content.type, locale)].filter(Boolean).join(", ")}
                </span>
              </th>
              <td className={look.cell}>
                <StateMark status={status} />
              </td>
              <td className={`${look.cell} whitespace-nowrap`}>
                <span className="text-ink-2 text-sm sm:hidden">{t("column.sent")}: </span>
                {sent && formatDay(sent, locale)}
              </td>
              <td className={`${look.cell} whitespace-nowrap tabular-nums`}>
                <span className="text-ink-2 text-sm sm:hidden">{t("column.age")}: </span>
                {sent && t("days", { count: daysBetween(sent, until) })}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
