import { country } from "@/lib/country/country";
import type { Day } from "@/lib/days/days";

/**
 * The reader's language as the country writes it: `fr` in Belgium is fr-BE. English is written as in Ireland, the euro country where it is
 * at home: CLDR's English for others mixes the decimal signs of both.
 */
function regional(locale: string): string {
  if (locale === "en") return "en-IE";
  return new Intl.Locale(locale, { region: country.country }).toString();
}

const formats = new Map<string, unknown>();

/** Making an Intl format costs far more than using it: each is made once. */
function kept<T>(key: string, make: () => T): T {
  const known = formats.get(key) as T | undefined;
  if (known !== undefined) return known;
  const made = make();
  formats.set(key, made);
  return made;
}

const dayStyles = {
  short: { day: "numeric", month: "short", year: "numeric" },
  long: { day: "numeric", month: "long", year: "numeric" },
} as const;

/** A civil day. It is the same day everywhere, so no time zone may move it. */
export function formatDay(day: Day, locale: string, style: keyof typeof dayStyles = "short"): string {
  const format = kept(`day ${style} ${locale}`, () => new Intl.DateTimeFormat(regional(locale), { ...dayStyles[style], timeZone: "UTC" }));
  return format.format(new Date(`${day}T00:00:00Z`));
}

export function formatNumber(value: number, locale: string): string {
  return kept(`number ${locale}`, () => new Intl.NumberFormat(regional(locale), { maximumFractionDigits: 2 })).format(value);
}

/** Cents appear only where there are any. */
export function formatPrice({ amount, currency }: { amount: number; currency: string }, locale: string): string {
  return kept(
    `price ${currency} ${locale}`,
    () => new Intl.NumberFormat(regional(locale), { style: "currency", currency, trailingZeroDisplay: "stripIfInteger" }),
  ).format(amount);
}

export function formatList(items: string[], locale: string): string {
  return kept(`list ${locale}`, () => new Intl.ListFormat(regional(locale), { type: "conjunction" })).format(items);
}

/** A language by its own name, as it stands at the head of a line: Français. */
export function ownName(language: string): string {
  const name = kept(`own ${language}`, () => new Intl.DisplayNames([language], { type: "language" })).of(language) ?? language;
  return capitalised(name, language);
}

/** As a word stands at the head of a line or an entry. */
export function capitalised(words: string, locale: string): string {
  return words.charAt(0).toLocaleUpperCase(locale) + words.slice(1);
}

/** The time of day in the country. */
export function formatTime(moment: Date, locale: string): string {
  const style = { hour: "2-digit", minute: "2-digit", timeZone: country.timeZone } as const;
  return kept(`time ${locale}`, () => new Intl.DateTimeFormat(regional(locale), style)).format(moment);
}
