import { country } from "@/lib/country/country";
import type { Locale } from "@/lib/i18n/locales";
import { plainText } from "@/lib/texts/texts";
import type { Mail } from "./mail";
import { mailWords } from "./words";

/** A sentence with the address of the place where something can be done about it. */
export type Told = { sentence: string; url: string };

type Reader = { to: string; locale: Locale; choicesUrl: string };

/** One notice that does not wait. */
export function noticeMail({ to, locale, choicesUrl }: Reader, { sentence, url }: Told): Mail {
  const t = mailWords(locale);
  const site = plainText(country.name, locale);
  return {
    to,
    subject: t("notice.subject", { site, sentence: shortened(sentence) }),
    text: t("notice.text", { sentence, url, site, choicesUrl }),
  };
}

/** What was noticed in a day, in one mail. */
export function digestMail({ to, locale, choicesUrl }: Reader, told: Told[]): Mail {
  const t = mailWords(locale);
  const site = plainText(country.name, locale);
  const list = told.map(({ sentence, url }) => `- ${sentence}\n  ${url}`).join("\n\n");
  return { to, subject: t("digest.subject", { site, count: told.length }), text: t("digest.text", { list, site, choicesUrl }) };
}

/** Subjects are cut off by mail programs: better between words. */
function shortened(sentence: string): string {
  if (sentence.length <= 90) return sentence;
  return `${sentence.slice(0, 90).replace(/\s+\S*$/, "")} …`;
}
