import { useLocale, useTranslations } from "next-intl";
import { StateMark } from "@/components/applications/state-mark";
import type { ApplicationView } from "@/lib/applications/queries";
import { dayOf, today } from "@/lib/clock";
import { daysBetween } from "@/lib/days/days";
import { address } from "@/lib/i18n/address";
import { formatDay } from "@/lib/i18n/format";

/** Where an application stands for those who decide it: since when it waits, or how it was decided. */
export function ReviewStanding({ application }: { application: ApplicationView }) {
  const [t, words] = [useTranslations("oversight"), useTranslations("application")];
  const locale = useLocale();
  const { status, submittedAt, decidedAt, reason, providerSlug } = application;
  const sent = submittedAt && dayOf(submittedAt);
  const decided = decidedAt && dayOf(decidedAt);

  return (
    <div className="mt-6 rounded-lg border border-line bg-raised p-5 shadow-soft">
      <p className="text-lg">
        <StateMark status={status} />
      </p>
      {sent && (
        <p className="mt-1 text-ink-2">
          {t("sentOn", { day: formatDay(sent, locale, "long") })}{" "}
          {decided
            ? words("clock.decided", { day: formatDay(decided, locale, "long") })
            : status !== "withdrawn" && words("clock.waiting", { count: daysBetween(sent, today()) })}
        </p>
      )}
      {reason && <p className="wrap-anywhere mt-3 max-w-[62ch] whitespace-pre-line border-bad border-s-4 ps-4">{reason}</p>}
      {providerSlug && (
        <p className="mt-3">
          <a href={address(locale, `providers/${providerSlug}`)}>{words("toPage")}</a>
        </p>
      )}
    </div>
  );
}
