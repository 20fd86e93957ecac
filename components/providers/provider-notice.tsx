import { useLocale, useTranslations } from "next-intl";
import { LocalText } from "@/components/offerings/local-text";
import { OutwardLink } from "@/components/ui/outward-link";
import { contains, type Day } from "@/lib/days/days";
import { formatDay } from "@/lib/i18n/format";
import type { ProviderView } from "@/lib/providers/queries";
import { hasText } from "@/lib/texts/texts";

/** Where a provider may not offer anything today: what happened, since when, by which decision, what it means. */
export function ProviderNotice({ provider, day }: { provider: ProviderView; day: Day }) {
  const t = useTranslations("provider.notice");
  const locale = useLocale();
  const { standing } = provider;
  if (!("since" in standing)) return null;
  const wanted = { suspended: "suspended", "not-registered": "withdrawn", "not-accredited": "" }[standing.state];
  const decision = provider.registrations.find(({ status, valid }) => status === wanted && contains(valid, day))?.decision;

  return (
    <section aria-labelledby="notice" className="mt-5 mb-10 max-w-[52rem] rounded-e-lg border-bad border-s-8 bg-bad-soft p-5">
      <h2 id="notice" className="flex items-baseline gap-2.5 text-xl">
        <span aria-hidden="true">!</span> {t(`${standing.state}.title`)}
      </h2>
      <p className="mt-2">
        {standing.since !== null && <strong>{t("since", { day: formatDay(standing.since, locale, "long") })} </strong>}
        {t(`${standing.state}.meaning`)}
      </p>
      {decision && hasText(decision.statement) && (
        <blockquote className="mt-3 border-bad border-s-2 ps-4">
          <LocalText texts={decision.statement} />
        </blockquote>
      )}
      {decision && (
        <p className="mt-2 text-sm">
          {t("decidedBy")} <LocalText texts={decision.authority} quiet />, {formatDay(decision.decidedOn, locale, "long")}
          {decision.documentUrl && (
            <>
              {" · "}
              <OutwardLink href={decision.documentUrl}>{t("document")}</OutwardLink>
            </>
          )}
        </p>
      )}
      <p className="mt-3">{t("certified")}</p>
    </section>
  );
}
