import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LocalText } from "@/components/offerings/local-text";
import type { PlanView } from "@/lib/audits/plans/view/queries";
import { dayOf } from "@/lib/clock";
import { formatDay, formatNumber } from "@/lib/i18n/format";
import { labelOf } from "@/lib/vocabularies/vocabulary";

/** How a plan draws, from whom and by which seed: all that one needs to draw again. */
export function PlanFacts({ plan }: { plan: PlanView }) {
  const t = useTranslations("audits.plan");
  const locale = useLocale();
  const number = (value: number) => formatNumber(value, locale);
  const shown = (moment: Date) => formatDay(dayOf(moment), locale, "long");
  const groups = Object.entries(plan.quotas).sort(([a], [b]) => (a < b ? -1 : 1));

  return (
    <dl className="grid max-w-[76ch] gap-x-8 gap-y-4 rounded-lg border border-line bg-raised p-5 [overflow-wrap:anywhere] sm:grid-cols-2">
      <Fact name={t("authority")}>
        <LocalText texts={plan.authority} quiet />
      </Fact>
      <Fact name={t("period")}>{t("fromTo", { from: formatDay(plan.startsOn, locale), to: formatDay(plan.endsOn, locale) })}</Fact>
      <Fact name={t("announced")}>{shown(plan.announcedAt)}</Fact>
      <Fact name={t("drawn")}>{plan.drawnAt ? shown(plan.drawnAt) : t("notDrawn")}</Fact>
      <Fact name={t("sample")}>
        {[
          ...(plan.random > 0 ? [t("random", { count: number(plan.random), of: number(plan.frameSize) })] : []),
          ...(plan.risk > 0 ? [t("risk", { count: number(plan.risk), of: number(plan.frameSize) })] : []),
        ].join(" · ")}
        {plan.byProviderType && plan.random > 0 && (
          <span className="block text-ink-2 text-sm">
            {groups.map(([type, count]) => `${labelOf("providerTypes", type, locale)}: ${number(count)}`).join(" · ")}
          </span>
        )}
      </Fact>
      <Fact name={t("frame")}>
        <a href={`/api/v1/audits/${plan.slug}/frame`}>{t(`frameOf.${plan.draws}`, { count: plan.frameSize })}</a>
        <span className="mt-1 block font-mono text-ink-2 text-xs">SHA-256 {plan.frameSha256}</span>
      </Fact>
      {plan.random > 0 && (
        <Fact name={t("seed")} wide>
          {plan.seed ? <span className="font-mono text-sm">{plan.seed}</span> : t("noSeed")}
          <span className="mt-1 block text-sm">
            {plan.seedSource !== null ? (
              t("seedOutside", { source: plan.seedSource })
            ) : plan.seedDay ? (
              <a href={`/api/v1/log/checkpoints/${plan.seedDay}`}>{t("seedOfLog", { day: formatDay(plan.seedDay, locale, "long") })}</a>
            ) : (
              t("seedToCome")
            )}
          </span>
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, wide = false, children }: { name: string; wide?: boolean; children: ReactNode }) {
  return (
    <div className={wide ? "min-w-0 sm:col-span-2" : "min-w-0"}>
      <dt className="text-ink-2 text-sm">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
