import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Pagination } from "@/components/ui/pagination";
import { type SearchQuery, searchHref } from "@/lib/catalogue/query";
import type { SearchResult } from "@/lib/catalogue/result";
import { address } from "@/lib/i18n/address";
import { Choosing } from "./choosing";
import { FollowLinks } from "./follow-links";
import { OfferingCard } from "./offering-card";

/** The offerings found, page by page; past the last page, the way back. `mailed` where this instance sends mail. */
export function ResultList({ query, result, mailed }: { query: SearchQuery; result: SearchResult; mailed: boolean }) {
  const t = useTranslations("search");
  const locale = useLocale();
  const { items, page, pages } = result;
  const hrefOf = (one: number) => address(locale, `offerings${searchHref(query, { page: one }).replace(/\?$/, "")}`);

  if (items.length === 0) {
    return (
      <div className="mt-6 border-line border-t pt-8">
        <p className="mb-5 text-lg">{t("pastEnd", { page, pages })}</p>
        <ButtonLink href={hrefOf(pages)}>{t("lastPage", { page: pages })}</ButtonLink>
      </div>
    );
  }

  return (
    <>
      <p className="mt-4 text-ink-2 text-sm">
        {pages > 1 && `${t("range", { from: (page - 1) * result.perPage + 1, to: (page - 1) * result.perPage + items.length })} `}
        {query.sort === undefined && t(query.q === "" ? "sort.ruleWithoutWords" : "sort.ruleWithWords")}
      </p>
      <FollowLinks query={query} mailed={mailed} />
      <Choosing>
        <ol className="mt-4">
          {items.map((item) => (
            <li key={item.id}>
              <OfferingCard item={item} choosable />
            </li>
          ))}
        </ol>
      </Choosing>
      <Pagination page={page} pages={pages} href={hrefOf} />
    </>
  );
}
