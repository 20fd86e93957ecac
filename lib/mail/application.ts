import { country } from "@/lib/country/country";
import { env } from "@/lib/env";
import { defaultLocale, isLocale } from "@/lib/i18n/locales";
import { plainText, type Texts } from "@/lib/texts/texts";
import type { Mail } from "./mail";
import { mailWords } from "./words";

type About = {
  to: string;
  locale: string;
  id: string;
  what: "question" | "refused" | "registered" | "remitted";
  text: string;
  names: Texts;
};

/** Tells an applicant what the authority asks or has decided; the link goes to the application, or to the new provider's desk. */
export function applicationMail({ to, locale: wanted, id, what, text, names }: About): Mail {
  const locale = isLocale(wanted) ? wanted : defaultLocale;
  const t = mailWords(locale);
  const path = what === "registered" ? "manage" : `manage/applications/${id}`;
  const values = {
    site: plainText(country.name, locale),
    organisation: plainText(names, locale),
    text,
    url: `${env.SITE_URL}/${locale}/${path}`,
  };
  return { to, subject: t(`application.${what}.subject`, values), text: t(`application.${what}.text`, values) };
}
