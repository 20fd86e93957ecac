import { createTranslator } from "use-intl/core";
import type { Locale } from "@/lib/i18n/locales";
import de from "@/lib/i18n/messages/de/mail.json";
import en from "@/lib/i18n/messages/en/mail.json";
import fr from "@/lib/i18n/messages/fr/mail.json";
import nl from "@/lib/i18n/messages/nl/mail.json";

const words = { en, nl, fr, de };

/**
 * The words of mails in a language; outside a request, where next-intl's own functions have none. From its core, since the whole of it asks
 * for hooks that React has for browsers only, and the worker is none.
 */
export function mailWords(locale: Locale) {
  return createTranslator({ locale, messages: { mail: words[locale] }, namespace: "mail" });
}
