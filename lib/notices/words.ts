import { createTranslator } from "use-intl/core";
import type { NoticeRow } from "@/db/schema";
import { formatDay } from "@/lib/i18n/format";
import { defaultLocale, isLocale, type Locale } from "@/lib/i18n/locales";
import de from "@/lib/i18n/messages/de/notices.json";
import en from "@/lib/i18n/messages/en/notices.json";
import fr from "@/lib/i18n/messages/fr/notices.json";
import nl from "@/lib/i18n/messages/nl/notices.json";
import { isNoticeKind } from "./notice";

const words = { en, nl, fr, de };

/** The sentence of a notice in a language, for the desk and for mails alike. */
export function noticeSentence({ kind, values }: Pick<NoticeRow, "kind" | "values">, language: string): string {
  const locale: Locale = isLocale(language) ? language : defaultLocale;
  if (!isNoticeKind(kind)) return kind;
  const t = createTranslator({ locale, messages: { notices: words[locale] }, namespace: "notices.sentence" });
  return t(kind, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, written(value, locale)])) as never);
}

function written(value: string | number, locale: Locale): string | number {
  // Numbers stay numbers: a plural reads "12.000" as twelve.
  return typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) ? formatDay(value, locale, "long") : value;
}
