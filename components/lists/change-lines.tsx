import { useLocale, useTranslations } from "next-intl";
import type { Day } from "@/lib/days/days";
import { formatDay } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import type { KeptChange } from "@/lib/lists/kept";
import { changeSentence } from "@/lib/lists/words";

/** What has changed of an offering since it came into the list. */
export function ChangeLines({ changes, since }: { changes: KeptChange[]; since: Day }) {
  const t = useTranslations("lists");
  const locale = useLocale() as Locale;
  if (changes.length === 0) return null;

  return (
    <div className="mt-3 rounded-e-md border-warn border-s-4 bg-warn-soft px-4 py-2.5 text-sm">
      <p className="font-semibold">{t("changedSince", { day: formatDay(since, locale, "long") })}</p>
      <ul className="list-disc ps-5">
        {changes.map((change) => (
          <li key={JSON.stringify(change)}>{changeSentence(change, locale)}</li>
        ))}
      </ul>
    </div>
  );
}
