import { createTranslator } from "use-intl/core";
import type { Day } from "@/lib/days/days";
import { formatDay, formatPrice } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import de from "@/lib/i18n/messages/de/lists.json";
import en from "@/lib/i18n/messages/en/lists.json";
import fr from "@/lib/i18n/messages/fr/lists.json";
import nl from "@/lib/i18n/messages/nl/lists.json";
import type { KeptChange } from "./kept";

const words = { en, nl, fr, de };

/** The words of lists in a language, outside a request too. */
export function listWords(locale: Locale) {
  return createTranslator({ locale, messages: { lists: words[locale] }, namespace: "lists" });
}

/** What has changed, in a sentence: on a page as in a mail, and so outside a request too. */
export function changeSentence(change: KeptChange, locale: Locale): string {
  const t = createTranslator({ locale, messages: { lists: words[locale] }, namespace: "lists.changed" });
  const session = (startsOn: Day | null) => (startsOn === null ? t("sessionUndated") : t("session", { day: formatDay(startsOn, locale) }));
  const amount = (value: number | null, currency: string) =>
    value === null ? t("noPrice") : formatPrice({ amount: value, currency }, locale);

  switch (change.what) {
    case "version":
      return t("version", { number: change.to });
    case "gone":
      return t(`gone.${change.notice}`);
    case "back":
      return t("back");
    case "moved":
      return t("moved", {
        session: change.from === null ? t("sessionUndated") : session(change.from),
        day: change.startsOn === null ? t("noDay") : formatDay(change.startsOn, locale),
      });
    case "price":
      return t("price", {
        session: session(change.startsOn),
        from: amount(change.from, change.currency),
        to: amount(change.to, change.currency),
      });
    default:
      return t(change.what, { session: session(change.startsOn) });
  }
}
