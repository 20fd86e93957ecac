import { useLocale, useTranslations } from "next-intl";
import { type SearchQuery, searchHref } from "@/lib/catalogue/query";
import type { ReadSearch } from "@/lib/catalogue/understanding/queries";
import { address } from "@/lib/i18n/address";
import { formatList } from "@/lib/i18n/format";

/** What the search read into the words of a reader, as filters or as slips, and the way back. */
export function AsRead({ query, asked, understood, spelling }: ReadSearch) {
  const t = useTranslations("search");
  const locale = useLocale();
  const hrefOf = (search: SearchQuery, more: Partial<SearchQuery> = {}) => address(locale, `offerings${searchHref(search, more)}`);
  if (!understood && !spelling) return null;
  const filters = understood?.words.map((word) => t("quoted", { word })) ?? [];

  return (
    <div className="mt-3 space-y-1 text-sm">
      {spelling?.sure && <p>{t("respelt", { words: spelling.q })}</p>}
      {understood && <p>{t("readAsFilters", { words: formatList(filters, locale), count: filters.length })}</p>}
      {(understood || spelling?.sure) && (
        <p>
          <a href={hrefOf(asked, { literal: true })}>{t("searchLiterally", { words: asked.q })}</a>
        </p>
      )}
      {spelling && !spelling.sure && (
        <p>
          {t("didYouMean")} <a href={hrefOf(query, { q: spelling.q, page: 1 })}>{spelling.q}</a>
        </p>
      )}
    </div>
  );
}
