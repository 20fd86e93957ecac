import type { Locale } from "@/lib/i18n/locales";
import { isLocale, sourceLocale } from "@/lib/i18n/locales";
import deKeys from "@/lib/i18n/messages/de/keys.json";
import deProblems from "@/lib/i18n/messages/de/problems.json";
import enKeys from "@/lib/i18n/messages/en/keys.json";
import enProblems from "@/lib/i18n/messages/en/problems.json";
import frKeys from "@/lib/i18n/messages/fr/keys.json";
import frProblems from "@/lib/i18n/messages/fr/problems.json";
import nlKeys from "@/lib/i18n/messages/nl/keys.json";
import nlProblems from "@/lib/i18n/messages/nl/problems.json";
import type { ProblemCode } from "@/lib/result";

const titles = { en: enKeys.api, nl: nlKeys.api, fr: frKeys.api, de: deKeys.api };
const texts = { en: enProblems, nl: nlProblems, fr: frProblems, de: deProblems };

export type RefusalStatus = keyof typeof enKeys.api;

export const titleFor = (status: RefusalStatus, locale: Locale): string => titles[locale][status];
export const textOf = (code: ProblemCode, locale: Locale): string => texts[locale][code];

/** The language that whoever asks likes best of those we speak (RFC 9110, section 12.5.4). */
export function preferredLocale(acceptLanguage: string | null): Locale {
  const wishes = (acceptLanguage ?? "")
    .slice(0, 1000)
    .split(",")
    .map((wish) => {
      const [range = "", ...parameters] = wish.trim().toLowerCase().split(";");
      const weight = parameters.map((one) => /^\s*q=([\d.]+)\s*$/.exec(one)?.[1]).find(Boolean);
      return { language: range.split("-")[0], weight: weight === undefined ? 1 : Number(weight) || 0 };
    });
  const wished = wishes.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight);
  return wished.map(({ language }) => language).find((language): language is Locale => isLocale(language)) ?? sourceLocale;
}
