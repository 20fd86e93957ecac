import { useLocale, useTranslations } from "next-intl";
import { type AccreditationEntry, type AccreditationState, accreditationState, lastDayOf } from "@/lib/accreditations/accreditation";
import { addDays, type Day } from "@/lib/days/days";
import { formatDay } from "@/lib/i18n/format";
import { plainText } from "@/lib/texts/texts";
import { type Look, type TimelineBar, TimelinePicture } from "./timeline-picture";

/** When accreditations held and hold, with today's place among them. */
export function AccreditationTimeline({ accreditations, day }: { accreditations: AccreditationEntry[]; day: Day }) {
  const t = useTranslations("provider.timeline");
  const locale = useLocale();
  const spoken = useSpokenAccreditation(day);
  const said = [...accreditations.map(spoken), t("todayIs", { day: formatDay(day, locale, "long") })].join(". ");

  return <TimelinePicture bars={accreditations.map((one) => barOf(one, day))} day={day} dayLabel={t("today")} spoken={said} />;
}

/** A teach-out ends before its validity does. */
export function barOf(accreditation: AccreditationEntry, day: Day): TimelineBar {
  const last = lastDayOf(accreditation);
  const until = last === null ? null : addDays(last, 1);
  const { id, key, valid } = accreditation;
  return { key: `${key} ${id}`, id: key, from: valid.from, until, look: looks[accreditationState(accreditation, day)] };
}

const looks: Record<AccreditationState, Look> = {
  "in-force": "good",
  "no-new-starts": "warn",
  "teach-out": "warn",
  "to-come": "to-come",
  ended: "past",
  withdrawn: "taken-away",
};

/** One accreditation in words: what, from when until when, and what it is on the day. */
export function useSpokenAccreditation(day: Day) {
  const t = useTranslations("provider.timeline");
  const locale = useLocale();
  return (one: AccreditationEntry): string => {
    const end = lastDayOf(one);
    const from = formatDay(one.valid.from ?? day, locale, "long");
    const period = end ? t("period", { from, until: formatDay(end, locale, "long") }) : t("periodOpen", { from });
    return `${plainText(one.title, locale)}: ${period}, ${t(`states.${accreditationState(one, day)}`)}`;
  };
}
