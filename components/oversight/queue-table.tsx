import { useLocale, useTranslations } from "next-intl";
import { StateMark } from "@/components/applications/state-mark";
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
    <table className="mt-6 w-full text-start">
      <thead className="max-sm:sr-only">
        <tr className="border-line-strong border-b text-ink-2 text-sm">
          {(["organisation", "state", "sent", "age"] as const).map((column) => (
            <th key={column} scope="col" className="py-2 pe-4 text-start font-semibold">
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
            <tr key={id} className="border-line border-b align-baseline max-sm:grid max-sm:py-3">
              <th scope="row" className="py-3 pe-4 text-start font-normal max-sm:py-0.5">
                <a href={address(locale, `oversight/applications/${id}`)} className="font-semibold">
                  {plainText(content.identity.names, locale) || application("unnamed")}
                </a>
                <span className="block text-ink-2 text-sm">
                  {[content.places.seat, content.type && labelOf("providerTypes", content.type, locale)].filter(Boolean).join(", ")}
                </span>
              </th>
              <td className="py-3 pe-4 max-sm:py-0.5">
                <StateMark status={status} />
              </td>
              <td className="whitespace-nowrap py-3 pe-4 max-sm:py-0.5">{sent && formatDay(sent, locale)}</td>
              <td className="whitespace-nowrap py-3 tabular-nums max-sm:py-0.5">
                {sent && t("days", { count: daysBetween(sent, until) })}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
