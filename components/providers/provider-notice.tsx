import { useLocale, useTranslations } from "next-intl";
import { DecisionLines, StatusNotice } from "@/components/accreditations/status-notice";
import { contains, type Day } from "@/lib/days/days";
import { formatDay } from "@/lib/i18n/format";
import type { ProviderView } from "@/lib/providers/queries";

/** Where a provider may not offer anything today: what happened, since when, by which decision, what it means. */
export function ProviderNotice({ provider, day }: { provider: ProviderView; day: Day }) {
  const t = useTranslations("provider.notice");
  const common = useTranslations("common.notice");
  const locale = useLocale();
  const { standing } = provider;
  if (!("since" in standing)) return null;
  const wanted = { suspended: "suspended", "not-registered": "withdrawn", "not-accredited": "" }[standing.state];
  const decision = provider.registrations.find(({ status, valid }) => status === wanted && contains(valid, day))?.decision ?? null;

  return (
    <StatusNotice title={t(`${standing.state}.title`)}>
      <p className="mt-2">
        {standing.since !== null && <strong>{common("since", { day: formatDay(standing.since, locale, "long") })} </strong>}
        {t(`${standing.state}.meaning`)}
      </p>
      <DecisionLines decision={decision} documentUrl={decision?.documentUrl ?? null} />
      <p className="mt-3">{t("certified")}</p>
    </StatusNotice>
  );
}
