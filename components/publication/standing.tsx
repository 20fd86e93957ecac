import { useLocale, useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { address } from "@/lib/i18n/address";
import { formatDay } from "@/lib/i18n/format";
import type { OwnOffering } from "@/lib/offerings/drafts/queries";
import type { LastOrder } from "@/lib/offerings/scheduling/queries";

/** What the public sees at this moment, in one sentence, and what became of an order to publish. */
export function Standing({ own, order, shown }: { own: OwnOffering; order: LastOrder | undefined; shown: string | null }) {
  const t = useTranslations("publication.standing");
  const problems = useTranslations("problems");
  const locale = useLocale();
  const { status, live, slug } = own;
  const stale = order?.kind === "scheduled" && order.order.shown !== shown;

  return (
    <div className="mt-6 space-y-4">
      <p className="text-lg">
        {live
          ? t(status, { number: live.number, day: formatDay(live.effectiveFrom, locale, "long") })
          : t(status === "draft" ? "draft" : "draftArchived")}{" "}
        {live && <a href={address(locale, `offerings/${slug}`)}>{t("see")}</a>}
      </p>
      {order?.kind === "failed" && (
        <Notice>
          <p role="note" className="font-semibold">
            {t("failed", { day: formatDay(order.on, locale, "long") })}
          </p>
          <ul className="mt-1 list-disc ps-5">
            {order.problems.map(({ code, field }) => (
              <li key={`${code} ${field}`}>{problems(code)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {order?.kind === "scheduled" && (
        <Notice>
          <p className="font-semibold">{t("scheduled", { day: formatDay(order.order.on, locale, "long") })}</p>
          {stale && <p className="mt-1">{t("stale")}</p>}
        </Notice>
      )}
    </div>
  );
}
