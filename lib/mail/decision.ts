import { country } from "@/lib/country/country";
import type { Day } from "@/lib/days/days";
import type { DecisionKind } from "@/lib/decisions/kinds/kinds";
import { env } from "@/lib/env";
import { formatDay } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { plainText, type Texts } from "@/lib/texts/texts";
import type { Mail } from "./mail";
import { mailWords } from "./words";

type About = {
  to: string;
  locale: Locale;
  provider: { slug: string; name: Texts; authority: { name: Texts } };
  kind: DecisionKind;
  number: number;
  from: Day;
  statement: Texts;
  reasons: Texts;
};

/** Tells those who lead a provider's team what was decided about it, in the words that learners read and with the reasons. */
export function decisionMail({ to, locale, provider, kind, number, from, statement, reasons }: About): Mail {
  const t = mailWords(locale);
  const values = {
    site: plainText(country.name, locale),
    organisation: plainText(provider.name, locale),
    authority: plainText(provider.authority.name, locale),
    kind,
    number,
    from: formatDay(from, locale, "long"),
    // A fact that is recorded has no sentence for learners.
    told: Object.keys(statement).length > 0 ? "yes" : "no",
    statement: plainText(statement, locale),
    reasons: plainText(reasons, locale),
    url: `${env.SITE_URL}/${locale}/providers/${provider.slug}`,
  };
  return { to, subject: t("decision.subject", values), text: t("decision.text", values) };
}
