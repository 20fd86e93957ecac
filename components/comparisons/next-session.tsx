import { useLocale, useTranslations } from "next-intl";
import { NotStated } from "@/components/offerings/not-stated";
import { StateLabel, StateUntil } from "@/components/sessions/state-label";
import { type Compared, priceOf } from "@/lib/comparisons/comparison";
import type { Day } from "@/lib/days/days";
import { formatDay, formatPrice } from "@/lib/i18n/format";
import { isInvitation, sessionState } from "@/lib/sessions/session";
import { labelOf } from "@/lib/vocabularies/vocabulary";

/** The session that somebody would take who decides today, in three rows of the comparison: when, whether one can enrol, what it costs. */
export function Start({ compared: { next } }: { compared: Compared }) {
  const t = useTranslations("compare");
  const locale = useLocale();
  if (!next) return <span className="text-ink-2">{t("noSession")}</span>;
  if (next.startsOn === null) return t("toBeScheduled");

  return (
    <>
      <p className="font-semibold">
        <time dateTime={next.startsOn}>{formatDay(next.startsOn, locale)}</time>
      </p>
      {next.endsOn !== null && next.endsOn !== next.startsOn && (
        <p className="text-ink-2 text-sm">{t("untilDay", { day: formatDay(next.endsOn, locale) })}</p>
      )}
      {next.schedule && <p className="text-ink-2 text-sm">{labelOf("schedules", next.schedule, locale)}</p>}
    </>
  );
}

export function Enrolment({ compared: { next, place }, day }: { compared: Compared; day: Day }) {
  const t = useTranslations("compare");
  if (!next) return <span className="text-ink-2">{t("noEnrolment")}</span>;
  const state = sessionState(next, day);
  // Where the accreditation lets only those finish who have begun, nobody is invited.
  if (place.teachOut && isInvitation(state)) return <span className="text-ink-2">{t("noEnrolment")}</span>;

  return (
    <>
      <StateLabel state={state} /> <StateUntil state={state} />
    </>
  );
}

export function Price({ compared }: { compared: Compared }) {
  const t = useTranslations("offering.glance");
  const locale = useLocale();
  const price = priceOf(compared);
  if (!price) return <NotStated />;
  return <span className="font-semibold">{price.amount === 0 ? t("free") : formatPrice(price, locale)}</span>;
}
