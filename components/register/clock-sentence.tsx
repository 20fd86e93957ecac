import { useLocale, useTranslations } from "next-intl";
import { dayOf } from "@/lib/clock";
import type { Day } from "@/lib/days/days";
import { formatDay, formatTime } from "@/lib/i18n/format";
import { toDate } from "@/lib/register/moment";
import type { Clocks } from "@/lib/register/question";

/** In words which register one looks at; where it is another than today's, it stands out and leads back. */
export function ClockSentence({ clocks, today, back }: { clocks: Clocks; today: Day; back: string }) {
  const t = useTranslations("register.clocks");
  const locale = useLocale();
  const { validOn, asKnownOn } = clocks;
  const isToday = validOn === today && asKnownOn === null;
  const valid = validOn === today ? "today" : validOn < today ? "past" : "future";
  const day = formatDay(validOn, locale, "long");
  const known =
    asKnownOn === null ? t("now") : asKnownOn.length === 10 ? t("knownOn", { day: formatDay(asKnownOn, locale, "long") }) : at(asKnownOn);
  if (isToday) return <p className="text-ink-2 text-sm">{t("sentence", { valid, day, known })}</p>;

  return (
    <p className="rounded-e-md border-accent border-s-4 bg-accent-soft px-4 py-2.5">
      <strong className="font-semibold">{t("sentence", { valid, day, known })}</strong>{" "}
      <a href={back} className="inline-block">
        {t("back")}
      </a>
    </p>
  );

  function at(moment: string): string {
    const date = toDate(moment);
    return t("knownAt", { day: formatDay(dayOf(date), locale, "long"), time: formatTime(date, locale) });
  }
}
