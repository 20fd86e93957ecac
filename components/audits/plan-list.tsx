import { useLocale, useTranslations } from "next-intl";
import { LocalText } from "@/components/offerings/local-text";
import type { PlanRow } from "@/lib/audits/public/queries";
import { address } from "@/lib/i18n/address";
import { formatDay, formatNumber } from "@/lib/i18n/format";

/** Plans with how far they have come. */
export function PlanList({ rows, path }: { rows: PlanRow[]; path: "audits" | "oversight/audits/plans" }) {
  const t = useTranslations("audits.plans");
  const locale = useLocale();
  const number = (value: number) => formatNumber(value, locale);

  return (
    <ul className="divide-y divide-line border-line border-y">
      {rows.map((plan) => (
        <li key={plan.slug} className="grid grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-1 py-3.5 sm:grid-cols-[minmax(0,1fr)_auto]">
          <div className="min-w-0 [overflow-wrap:anywhere]">
            <a href={address(locale, `${path}/${plan.slug}`)} className="font-semibold">
              <LocalText texts={plan.title} quiet />
            </a>
            <p className="text-ink-2 text-sm">
              {path === "audits" && (
                <>
                  <LocalText texts={plan.authority} quiet />
                  {" · "}
                </>
              )}
              {t("fromTo", { from: formatDay(plan.startsOn, locale), to: formatDay(plan.endsOn, locale) })}
            </p>
          </div>
          <p className="text-sm sm:text-end">
            {t(`sizeOf.${plan.draws}`, { count: number(plan.random + plan.risk), of: number(plan.frameSize) })}
            <span className="block text-ink-2">
              {plan.drawn
                ? t("progress", { closed: number(plan.closed), cases: number(plan.cases), summaries: plan.summaries })
                : t("notDrawn")}
            </span>
          </p>
        </li>
      ))}
    </ul>
  );
}
