import { useLocale, useTranslations } from "next-intl";
import type { ApplicationView } from "@/lib/applications/queries";
import { dayOf } from "@/lib/clock";
import { address } from "@/lib/i18n/address";
import { formatDay } from "@/lib/i18n/format";
import { plainText } from "@/lib/texts/texts";
import { StateMark } from "./state-mark";

/** What somebody has applied for, with where each stands. */
export function OwnApplications({ applications }: { applications: ApplicationView[] }) {
  const t = useTranslations("application");
  const locale = useLocale();

  return (
    <ul className="divide-y divide-line border-line border-y">
      {applications.map(({ id, status, content, submittedAt, updatedAt, authority }) => (
        <li key={id} className="grid gap-x-6 gap-y-1 py-3.5 md:grid-cols-[minmax(0,1fr)_14rem]">
          <span className="min-w-0">
            <a href={address(locale, `manage/applications/${id}`)} className="font-semibold">
              {plainText(content.identity.names, locale) || t("unnamed")}
            </a>
            <span className="block text-ink-2 text-sm">
              {submittedAt
                ? t("list.sent", { authority: plainText(authority, locale), day: formatDay(dayOf(submittedAt), locale) })
                : t("list.saved", { day: formatDay(dayOf(updatedAt), locale) })}
            </span>
          </span>
          <StateMark status={status} />
        </li>
      ))}
    </ul>
  );
}
