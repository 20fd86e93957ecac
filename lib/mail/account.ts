import { country } from "@/lib/country/country";
import { env } from "@/lib/env";
import { defaultLocale, isLocale } from "@/lib/i18n/locales";
import { plainText, type Texts } from "@/lib/texts/texts";
import type { Mail } from "./mail";
import { mailWords } from "./words";

export type AccountTold =
  | { what: "suspended"; reason: string }
  | { what: "readmitted" }
  | { what: "signedOut" }
  | { what: "roleChanged"; organisation: Texts; role: string }
  | { what: "membershipEnded"; organisation: Texts };

/** Tells somebody what was done with their account by others. */
export function accountMail({ to, locale: wanted }: { to: string; locale: string }, told: AccountTold): Mail {
  const locale = isLocale(wanted) ? wanted : defaultLocale;
  const t = mailWords(locale);
  const values = {
    site: plainText(country.name, locale),
    contact: country.contact.email,
    url: `${env.SITE_URL}/${locale}/account`,
    reason: "reason" in told ? told.reason : "",
    organisation: "organisation" in told ? plainText(told.organisation, locale) : "",
    role: "role" in told ? t(`invitation.role.${told.role as "viewer"}`) : "",
  };
  return { to, subject: t(`account.${told.what}.subject`, values), text: t(`account.${told.what}.text`, values) };
}
