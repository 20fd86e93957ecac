import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import type { ApplicationView } from "@/lib/applications/queries";
import { dayOf, today } from "@/lib/clock";
import { daysBetween } from "@/lib/days/days";
import { address } from "@/lib/i18n/address";
import { formatDay } from "@/lib/i18n/format";
import { plainText } from "@/lib/texts/texts";
import { StateMark } from "./state-mark";

/** Where an application stands, since when, with whom, and what comes next. */
export function Standing({ application }: { application: ApplicationView }) {
  const t = useTranslations("application");
  const locale = useLocale();
  const { status, submittedAt, decidedAt, authority, reason, providerSlug } = application;
  const name = plainText(authority, locale);
  const sentOn = submittedAt && dayOf(submittedAt);

  return (
    <div className="mt-6 rounded-lg border border-line bg-raised p-5 shadow-soft">
      <p className="text-lg">
        <StateMark status={status} />
      </p>
      <p className="mt-1 max-w-[62ch]">{t(`next.${status}`, { authority: name })}</p>
      {sentOn && (
        <p className="mt-2 text-ink-2 text-sm">
          {t("clock.sent", { authority: name, day: formatDay(sentOn, locale, "long") })}
          {!decidedAt && status !== "withdrawn" && ` ${t("clock.waiting", { count: daysBetween(sentOn, today()) })}`}
          {decidedAt && ` ${t("clock.decided", { day: formatDay(dayOf(decidedAt), locale, "long") })}`}
        </p>
      )}
      {reason && (
        <div className="mt-4 border-bad border-s-4 ps-4">
          <p className="font-semibold">{t("reason")}</p>
          <p className="wrap-anywhere max-w-[62ch] whitespace-pre-line">{reason}</p>
        </div>
      )}
      {status === "registered" && providerSlug && (
        <p className="mt-4 flex flex-wrap gap-3">
          <ButtonLink href={address(locale, "manage")}>{t("toDesk")}</ButtonLink>
          <ButtonLink look="quiet" href={address(locale, `providers/${providerSlug}`)}>
            {t("toPage")}
          </ButtonLink>
        </p>
      )}
    </div>
  );
}
