import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { KeepOne } from "@/components/lists/keep-one";
import { ButtonLink } from "@/components/ui/button";
import { Pagination } from "@/components/ui/pagination";
import type { SearchPlace } from "@/lib/catalogue/place";
import type { SearchQuery } from "@/lib/catalogue/query";
import type { SearchItem, SearchResult } from "@/lib/catalogue/result";
import { ChooseTick, Choosing } from "./choosing";
import { FollowLinks } from "./follow-links";
import { OfferingCard, titleOf } from "./offering-card";

type Props = { query: SearchQuery; result: SearchResult; at: SearchPlace };

/** One page of what was found, as whoever calls lists it; past the last page, the way back. */
export function ResultPage({ query, result, at, above, children }: Props & { above?: ReactNode; children: ReactNode }) {
  const t = useTranslations("search");
  const { items, page, pages } = result;
  const hrefOf = (one: number) => at.hrefOf(query, { page: one });

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
      {above}
      {children}
      <Pagination page={page} pages={pages} href={hrefOf} />
    </>
  );
}

/** The offerings found, to keep or compare. `mailed` where this instance sends mail. */
export function ResultList({ mailed, ...props }: Props & { mailed: boolean }) {
  return (
    <ResultPage {...props} above={<FollowLinks query={props.query} mailed={mailed} />}>
      <Choosing>
        <ol className="mt-4">
          {props.result.items.map((item) => (
            <li key={item.id}>
              <OfferingCard item={item} acts={<Acts item={item} />} />
            </li>
          ))}
        </ol>
      </Choosing>
    </ResultPage>
  );
}

function Acts({ item }: { item: SearchItem }) {
  return (
    <>
      <KeepOne slug={item.slug} title={titleOf(item)} />
      <ChooseTick slug={item.slug} title={titleOf(item)} />
    </>
  );
}
