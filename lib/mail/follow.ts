import { country } from "@/lib/country/country";
import { env } from "@/lib/env";
import type { FollowedName } from "@/lib/follows/news/news";
import { mostNamed, type Told } from "@/lib/follows/news/news";
import { followedTitle } from "@/lib/follows/words";
import { defaultLocale, isLocale, type Locale } from "@/lib/i18n/locales";
import { changeSentence } from "@/lib/lists/words";
import { plainText } from "@/lib/texts/texts";
import type { Mail } from "./mail";
import { mailWords } from "./words";

type Asked = { to: string; locale: Locale; token: string; pace: "at-once" | "weekly"; name: FollowedName };

const siteAddress = (locale: string, path: string) => `${env.SITE_URL}/${locale}/${path}`;

/** Asks whoever has the address whether they want to be told; until then nothing goes there. */
export function followConfirmMail({ to, locale, token, pace, name }: Asked): Mail {
  const t = mailWords(locale);
  const values = {
    site: plainText(country.name, locale),
    title: followedTitle(name, locale),
    pace,
    url: siteAddress(locale, `follow/confirm/${token}`),
  };
  return { to, subject: t("follow.confirm.subject", values), text: t("follow.confirm.text", values) };
}

/** All that is new to somebody, thing by thing, each with the way to end it; mail programs end all of it by their own button (RFC 8058). */
export function followNewsMail({ to, locale: wanted, told }: { to: string; locale: string; told: Told[] }): Mail {
  const locale = isLocale(wanted) ? wanted : defaultLocale;
  const t = mailWords(locale);
  const site = plainText(country.name, locale);
  const [first] = told;
  const key = first?.key ?? "";
  const title = first && told.length === 1 ? followedTitle(first.name, locale) : "";
  const values = {
    site,
    title,
    count: told.length,
    list: told.map((one) => partOf(one, locale)).join("\n\n"),
    stopUrl: siteAddress(locale, `follow/stop/${key}`),
  };
  return {
    to,
    subject: t("follow.news.subject", values),
    text: t("follow.news.text", values),
    unsubscribe: `${env.SITE_URL}/api/follow/${key}`,
  };
}

function partOf({ key, name, news }: Told, locale: Locale): string {
  const t = mailWords(locale);
  const lines = [
    ...(news.standing === null ? [] : [t("follow.standing", { state: news.standing })]),
    ...news.changes.map((change) => changeSentence(change, locale)),
    ...news.offerings
      .slice(0, mostNamed)
      .map(({ title, provider, slug }) => `${t("follow.offering", { title, provider })}\n  ${siteAddress(locale, `offerings/${slug}`)}`),
    ...(news.offerings.length > mostNamed ? [t("follow.more", { count: news.offerings.length - mostNamed })] : []),
  ];
  return [
    followedTitle(name, locale),
    siteAddress(locale, name.path),
    "",
    ...lines.map((line) => `- ${line}`),
    "",
    t("follow.stopOne", { url: siteAddress(locale, `follow/stop/${key}`) }),
  ].join("\n");
}
