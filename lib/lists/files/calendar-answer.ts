import { today } from "@/lib/clock";
import { conditionalAnswer } from "@/lib/conditional-answer";
import { env } from "@/lib/env";
import { address } from "@/lib/i18n/address";
import { formatDay } from "@/lib/i18n/format";
import { defaultLocale, isLocale } from "@/lib/i18n/locales";
import { toCalendar } from "@/lib/interop/icalendar";
import type { KeptOffering } from "@/lib/lists/kept";
import { listWords } from "@/lib/lists/words";
import { calendarOf } from "./calendar";

/** The calendar file of some offerings in a language, or that nothing of it has changed. */
export async function calendarAnswer(request: Request, wanted: string, name: string, offerings: KeptOffering[]): Promise<Response> {
  const locale = isLocale(wanted) ? wanted : defaultLocale;
  const t = listWords(locale);
  const site = new URL(env.SITE_URL);
  const entries = calendarOf(offerings, {
    day: today(),
    locale,
    words: {
      titled: (kind, title) => t(`dates.${kind}`, { title }),
      until: (day) => t("dates.until", { day: formatDay(day, locale, "long") }),
    },
    addressOf: (slug) => new URL(address(locale, `offerings/${slug}`), site).href,
    host: site.hostname,
  });
  const stamps = entries.map(({ stamp }) => stamp.getTime());
  return conditionalAnswer(request, {
    body: toCalendar(name, locale, entries),
    type: "text/calendar; charset=utf-8",
    // A day that is over leaves the file without anything being changed: the tag tells of that, the date does not.
    modified: stamps.length > 0 ? new Date(Math.max(...stamps)) : undefined,
    headers: { "content-disposition": 'inline; filename="calendar.ics"', "x-robots-tag": "noindex" },
  });
}
