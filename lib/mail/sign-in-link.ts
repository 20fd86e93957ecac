import { country } from "@/lib/country/country";
import type { Locale } from "@/lib/i18n/locales";
import { plainText } from "@/lib/texts/texts";
import type { Mail } from "./mail";
import { mailWords } from "./words";

/** The link by which somebody signs in. */
export function signInLinkMail({ to, url, minutes, locale }: { to: string; url: string; minutes: number; locale: Locale }): Mail {
  const t = mailWords(locale);
  const site = plainText(country.name, locale);
  return { to, subject: t("signIn.subject", { site }), text: t("signIn.text", { site, url, minutes }) };
}
