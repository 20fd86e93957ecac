import { useLocale, useTranslations } from "next-intl";
import { barOf, useSpokenAccreditation } from "@/components/accreditations/accreditation-timeline";
import { type Look, type TimelineBar, TimelinePicture } from "@/components/accreditations/timeline-picture";
import { lastDay } from "@/lib/accreditations/accreditation";
import { recentOf } from "@/lib/accreditations/recent";
import { contains, type Day, type Period } from "@/lib/days/days";
import { formatDay } from "@/lib/i18n/format";
import type { RegisterRecord } from "@/lib/register/record/queries";
import { plainText } from "@/lib/texts/texts";

const looks: Record<string, Look> = { registered: "good", suspended: "bad", withdrawn: "taken-away" };

/** Registration, accreditations and restrictions over the years, each on a row of its own under its name; of what is over the last. */
export function RegisterTimeline({ record, day, today }: { record: RegisterRecord; day: Day; today: Day }) {
  const t = useTranslations("register");
  const timeline = useTranslations("provider.timeline");
  const locale = useLocale();
  const spokenAccreditation = useSpokenAccreditation(day);
  const { registrations } = record;
  const [{ shown: accreditations }, { shown: restrictions }] = [recentOf(record.accreditations, day), recentOf(record.restrictions, day)];
  const authorities = [...new Map(registrations.map((one) => [one.term.authority.slug, plainText(one.authority, locale)]))];
  const keys = [...new Map(accreditations.map((one) => [one.key, plainText(one.title, locale)]))];
  const limits = [...new Map(restrictions.map((one) => [one.key, t(`restrictions.effect.${one.effect}`)]))];
  const rows = [
    ...authorities.map(([slug, name]) => ({ id: `authority ${slug}`, label: t("timeline.registration", { authority: name }) })),
    ...keys.map(([key, title]) => ({ id: key, label: title })),
    ...limits.map(([key, effect]) => ({ id: `limit ${key}`, label: effect })),
  ];
  const bars: TimelineBar[] = [
    ...registrations.map((one) => ({
      ...spanOf(one, `authority ${one.term.authority.slug}`),
      look: lookOf(one.valid, looks[one.status] ?? "past"),
    })),
    ...accreditations.map((one) => barOf(one, day)),
    ...restrictions.map((one) => ({
      ...spanOf(one, `limit ${one.key}`),
      look: lookOf(one.valid, one.effect === "hidden" ? "bad" : "warn"),
    })),
  ];
  const dayLabel = day === today ? timeline("today") : formatDay(day, locale);
  const spoken = [
    ...registrations.map((one) => `${t(`answer.status.${one.status as "registered"}`)}: ${period(one.valid)}`),
    ...accreditations.map(spokenAccreditation),
    ...restrictions.map((one) => `${t(`restrictions.effect.${one.effect}`)}: ${period(one.valid)}`),
    t("timeline.dayIs", { day: formatDay(day, locale, "long") }),
  ];
  return <TimelinePicture bars={bars} rows={rows} day={day} dayLabel={dayLabel} spoken={spoken.join(". ")} />;

  function period(valid: Period): string {
    const end = lastDay(valid);
    const from = formatDay(valid.from ?? day, locale, "long");
    return end === null ? timeline("periodOpen", { from }) : timeline("period", { from, until: formatDay(end, locale, "long") });
  }
  /** What is over is not loud any more, unless it was taken away. */
  function lookOf(valid: Period, look: Look): Look {
    if (contains(valid, day)) return look;
    return valid.from !== null && valid.from > day ? "to-come" : look === "good" ? "past" : look;
  }
}

function spanOf({ valid }: { valid: Period }, id: string) {
  return { key: `${id} ${valid.from}`, id, ...valid };
}
