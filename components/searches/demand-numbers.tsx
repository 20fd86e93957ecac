import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";

/** How much was asked, and how much of it in vain. */
export function DemandNumbers({ searches, unanswered }: { searches: number; unanswered: number }) {
  const t = useTranslations("statistics.demand");
  const locale = useLocale();
  return (
    <dl className="mt-8 flex flex-wrap gap-x-12 gap-y-3">
      {Object.entries({ searches, unanswered }).map(([what, number]) => (
        <div key={what} className="flex flex-col-reverse">
          <dt className="text-ink-2">{t(what as "searches")}</dt>
          <dd className="font-display text-4xl tabular-nums">{formatNumber(number, locale)}</dd>
        </div>
      ))}
    </dl>
  );
}
