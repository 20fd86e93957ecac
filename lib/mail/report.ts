import { country } from "@/lib/country/country";
import { env } from "@/lib/env";
import { defaultLocale, isLocale } from "@/lib/i18n/locales";
import { plainText } from "@/lib/texts/texts";
import type { Mail } from "./mail";
import { mailWords } from "./words";

type Reporter = { to: string; locale: string; number: string };

/** Asks whoever reported something to say that the address is theirs; until then no answer goes there. */
export function reportConfirmMail({ to, locale: wanted, number, token, confirm }: Reporter & { token: string; confirm: string }): Mail {
  const locale = isLocale(wanted) ? wanted : defaultLocale;
  const t = mailWords(locale);
  const values = { site: plainText(country.name, locale), number, url: `${env.SITE_URL}/${locale}/report/${token}?code=${confirm}` };
  return { to, subject: t("report.confirm.subject", values), text: t("report.confirm.text", values) };
}

/** The answer. The address it goes to is deleted with the same write. */
export function reportAnswerMail({ to, locale: wanted, number, outcome, answer }: Reporter & { outcome: string; answer: string }): Mail {
  const locale = isLocale(wanted) ? wanted : defaultLocale;
  const t = mailWords(locale);
  const values = { site: plainText(country.name, locale), number, outcome, answer };
  return { to, subject: t("report.answer.subject", values), text: t("report.answer.text", values) };
}
