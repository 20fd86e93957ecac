import { country } from "@/lib/country/country";
import { formatDay } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { plainText, type Texts } from "@/lib/texts/texts";
import type { Mail } from "./mail";
import { mailWords } from "./words";

type Invitation = { to: string; url: string; by: string; organisation: Texts; role: string; until: string; locale: Locale };

/** Asks somebody to join an organisation's team. */
export function invitationMail({ to, url, by, organisation, role, until, locale }: Invitation): Mail {
  const t = mailWords(locale);
  const words = { site: plainText(country.name, locale), organisation: plainText(organisation, locale), by, url, email: to };
  return {
    to,
    subject: t("invitation.subject", words),
    text: t("invitation.text", { ...words, role: t(`invitation.role.${role as "viewer"}`), until: formatDay(until, locale, "long") }),
  };
}
