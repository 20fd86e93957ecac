import { useLocale, useTranslations } from "next-intl";
import { OfferingCard } from "@/components/offerings/offering-card";
import { Section } from "@/components/ui/section";
import type { SearchItem } from "@/lib/catalogue/result";
import { address } from "@/lib/i18n/address";

/** The first offerings of a provider as in the search, and the way to all of them. */
export function Catalogue({ slug, items, total }: { slug: string; items: SearchItem[]; total: number }) {
  const t = useTranslations("provider.catalogue");
  const locale = useLocale();
  const all = `${address(locale, "offerings")}?provider=${slug}`;

  return (
    <Section id="catalogue" title={t("title")} aside={total > 0 && <a href={all}>{t("search")}</a>}>
      {items.length === 0 ? (
        <p className="text-ink-2">{t("none")}</p>
      ) : (
        <ul>
          {items.map((item) => (
            <li key={item.id}>
              <OfferingCard item={item} />
            </li>
          ))}
        </ul>
      )}
      {total > items.length && (
        <p className="border-line border-t pt-4">
          <a href={all}>{t("all", { count: total })}</a>
        </p>
      )}
    </Section>
  );
}
