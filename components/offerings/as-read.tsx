import { useLocale, useTranslations } from "next-intl";
import type { SearchQuery } from "@/lib/catalogue/query";
import type { ReadSearch } from "@/lib/catalogue/understanding/queries";
import { formatList } from "@/lib/i18n/format";

type Props = ReadSearch & {
  /** Where the searches that it offers are. */
  hrefOf: (search: SearchQuery) => string;
};

/** What the search read into the words of a reader, as filters or as slips, and the way back. */
export function AsRead({ query, asked, understood, spelling, hrefOf }: Props) {
  const t = useTranslations("search");
  const locale = useLocale();
  if (!understood && !spelling) return null;
  const filters = understood?.words.map((word) => t("quoted", { word })) ?? [];

  return (
    <div className="mt-3 space-y-1 text-sm">
      {spelling?.sure && <p>{t("respelt", { words: spelling.q })}</p>}
      {understood && <p>{t("readAsFilters", { words: formatList(filters, locale), count: filters.length })}</p>}
      {(understood || spelling?.sure) && (
        <p>
          <a href={hrefOf({ ...asked, literal: true, page: 1 })}>{t("searchLiterally", { words: asked.q })}</a>
        </p>
      )}
      {spelling && !spelling.sure && (
        <p className="text-base">
          {t("didYouMean")}{" "}
          <a href={hrefOf({ ...query, q: spelling.q, page: 1 })} className="font-semibold">
            {spelling.q}
          </a>
        </p>
      )}
    </div>
  );
}
