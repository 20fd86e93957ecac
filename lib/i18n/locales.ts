import { country } from "@/lib/country/country";

export type Locale = "en" | "nl" | "fr" | "de";

/** English is the language in which messages are written first. */
export const sourceLocale: Locale = "en";
export const locales: readonly Locale[] = country.languages;
export const defaultLocale: Locale = locales.find((locale) => locale === country.defaultLanguage) ?? sourceLocale;

export function isLocale(value: string | undefined): value is Locale {
  return locales.some((locale) => locale === value);
}
