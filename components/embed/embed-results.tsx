import { useLocale, useTranslations } from "next-intl";
import { Highlighted } from "@/components/ui/highlighted";
import type { SearchItem } from "@/lib/catalogue/result";
import { country } from "@/lib/country/country";
import { address } from "@/lib/i18n/address";
import { formatDay, formatNumber, formatPrice } from "@/lib/i18n/format";
import { plainText } from "@/lib/texts/texts";

/** What was found, in a line or two each: what it is, whose, and how much; a click opens the registry in place of the page around. */
export function EmbedResults({ items, compact }: { items: SearchItem[]; compact: boolean }) {
  const locale = useLocale();

  return (
    <ol className="mt-4">
      {items.map((item) => (
        <li key={item.id} className={`border-line border-t ${compact ? "py-2" : "py-4"}`}>
          <h2 className="font-bold font-text text-base leading-snug tracking-normal">
            <a
              href={address(locale, `offerings/${item.slug}`)}
              target="_top"
              className="text-ink hover:text-accent"
              {...(item.title.language === locale ? {} : { lang: item.title.language })}
            >
              <Highlighted parts={item.title.parts} />
            </a>
          </h2>
          <Facts item={item} />
        </li>
      ))}
    </ol>
  );
}

function Facts({ item }: { item: SearchItem }) {
  const t = useTranslations("embed");
  const locale = useLocale();
  const { provider, eqf, ects, hours, session } = item;
  const facts = [
    [provider.name, provider.town].filter(Boolean).join(", "),
    t("level", { level: eqf }),
    ...(ects !== null
      ? [t("ects", { ects: formatNumber(ects, locale) })]
      : hours !== null
        ? [t("hours", { hours: formatNumber(hours, locale) })]
        : []),
    ...(session?.startsOn ? [t("starts", { day: formatDay(session.startsOn, locale) })] : []),
    ...(session?.price ? [session.price.amount === 0 ? t("free") : formatPrice(session.price, locale)] : []),
  ];

  return (
    <ul aria-label={t("facts")} className="mt-1 flex flex-wrap gap-x-4 gap-y-0.5 text-ink-2 text-sm">
      {facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  );
}

/** From where it comes, and all of it. */
export function EmbedFoot({ href, total }: { href: string; total: number }) {
  const t = useTranslations("embed");
  const locale = useLocale();

  return (
    <p className="border-line border-t py-4 text-sm">
      <a href={href} target="_top" className="inline-flex min-h-8 items-center font-semibold">
        {t("all", { count: total, name: plainText(country.name, locale) })}
      </a>
    </p>
  );
}
