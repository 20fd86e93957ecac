import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Notice } from "@/components/ui/notice";
import type { SearchAnswer } from "@/lib/catalogue/answer/queries";
import type { SearchPlace } from "@/lib/catalogue/place";
import type { SearchQuery } from "@/lib/catalogue/query";
import { AsRead } from "./as-read";
import { ChosenFilters } from "./chosen-filters";
import { EmptyResult } from "./empty-result";
import { SearchBox } from "./search-box";
import { SearchFilters, searchForm } from "./search-filters";
import { SortChoice } from "./sort-choice";

type Props = {
  answer: SearchAnswer;
  at: SearchPlace;
  /** How its results are headed: the page's own heading, or one within it. */
  heading: ReactNode;
  /** Beside the order. */
  views?: ReactNode;
  children: ReactNode;
};

/** A search with its question, its filters and what it found, wherever it stands. */
export function SearchResults({ answer: { names, result, nearest, topics, ...read }, at, heading, views, children }: Props) {
  const t = useTranslations("search");
  const { query } = read;
  return (
    <>
      <div className="py-8 print:hidden">
        <SearchBox defaultValue={query.q} form={searchForm} forClient={at.forClient} />
      </div>
      <div className="grid items-start gap-x-12 gap-y-6 md:grid-cols-[17rem_minmax(0,1fr)]">
        <div className="print:hidden">
          <SearchFilters query={query} facets={result.facets} names={names} at={at} />
        </div>
        <div className="min-w-0">
          <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
            <div role="status" className="min-w-0">
              {heading}
            </div>
            {result.total > 0 && (
              <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
                {views}
                <SortChoice query={query} />
              </div>
            )}
          </div>
          <ChosenFilters query={query} names={names} at={at} />
          <AsRead {...read} hrefOf={at.hrefOf} />
          {result.place === "unknown" && <Told>{t("placeUnknown", { place: query.near ?? "" })}</Told>}
          {query.near && <OnlineToo query={query} at={at} />}
          {result.source === "database" && <Told>{t("fromDatabase")}</Told>}
          {result.total === 0 ? (
            <EmptyResult query={query} names={names} topics={topics?.topics ?? {}} nearest={nearest} at={at} />
          ) : (
            children
          )}
        </div>
      </div>
    </>
  );
}

function Told({ children }: { children: ReactNode }) {
  return (
    <div className="mt-5">
      <Notice>{children}</Notice>
    </div>
  );
}

/** What is held nowhere is near to nobody, and open to all: it is offered beside what is near. */
function OnlineToo({ query, at }: { query: SearchQuery; at: SearchPlace }) {
  const t = useTranslations("search");

  return (
    <p className="mt-4 text-sm">
      {!query.orOnline && (
        <>
          {t("onlineToo")} <a href={at.hrefOf(query, { orOnline: true })}>{t("onlineLink")}</a>.{" "}
        </>
      )}
      <span className="text-ink-2">{t("distanceNote")}</span>
    </p>
  );
}
