import type { Metadata } from "next";
import { getLocale, getTranslations, setRequestLocale } from "next-intl/server";
import { cache } from "react";
import { AsRead } from "@/components/offerings/as-read";
import { ChosenFilters } from "@/components/offerings/chosen-filters";
import { EmptyResult } from "@/components/offerings/empty-result";
import { narrowest } from "@/components/offerings/fields";
import { offeredProviders } from "@/components/offerings/provider-filter";
import { ResultList } from "@/components/offerings/result-list";
import { ResultMap } from "@/components/offerings/result-map";
import { SearchBox } from "@/components/offerings/search-box";
import { SearchFilters, searchForm } from "@/components/offerings/search-filters";
import { frequentSkills } from "@/components/offerings/skill-filter";
import { SortChoice } from "@/components/offerings/sort-choice";
import { ViewSwitch } from "@/components/offerings/view-switch";
import { Notice } from "@/components/ui/notice";
import { allFacets, usualFacets } from "@/lib/catalogue/facets";
import { nameProviders } from "@/lib/catalogue/names/queries";
import { findNearest } from "@/lib/catalogue/nearest/queries";
import { type Params, type SearchQuery, searchHref, showsAllFilters } from "@/lib/catalogue/query";
import { countTopics, searchCatalogue } from "@/lib/catalogue/search";
import { findOnMap } from "@/lib/catalogue/spots/search";
import { isTouchedBy } from "@/lib/catalogue/touched";
import { readSearch } from "@/lib/catalogue/understanding/queries";
import { today } from "@/lib/clock";
import { feedAddress } from "@/lib/feeds/address";
import { address } from "@/lib/i18n/address";
import { pageMetadata } from "@/lib/i18n/metadata";
import { tell } from "@/lib/insight/telling";
import { wishOf } from "@/lib/insight/wishes/wish";
import { canMail } from "@/lib/mail/mail";
import { outlines } from "@/lib/places/outlines";
import { tiles } from "@/lib/places/tiles";
import { nameSkills } from "@/lib/skills/queries";
import { ofSearch } from "@/lib/sources/sources";
import { nameLabels } from "@/lib/terms/queries";

type Props = PageProps<"/[locale]/offerings">;

/** The page and its title ask the same: once. */
const find = cache(async (params: string, locale: string) => {
  const { query: read, asked, understood, spelling } = await readSearch(JSON.parse(params) as Params);
  const query = { ...read, field: narrowest(read.field) };
  return {
    query,
    asked,
    understood,
    spelling,
    result: await searchCatalogue(query, locale, { counted: showsAllFilters(query) ? allFacets : usualFacets }),
  };
});

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale } = await params;
  const { query, result } = await find(JSON.stringify(await searchParams), locale);
  const t = await getTranslations({ locale, namespace: "search" });
  const found = t(query.q === "" ? "found" : "foundFor", { count: result.total, words: query.q });
  const href = searchHref(query, { page: query.page });

  return pageMetadata({
    locale,
    path: href === "?" ? "offerings" : `offerings${href}`,
    title: query.page > 1 ? `${found}, ${t("onPage", { page: query.page })}` : found,
    description: t("description"),
    noindex: searchHref(query) !== "?",
    feed: feedAddress(locale, query),
  });
}

export default async function SearchPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const { query, asked, understood, spelling, result } = await find(JSON.stringify(await searchParams), locale);
  const [t, providers, labels, skills, topics, nearest, onMap] = await Promise.all([
    getTranslations("search"),
    nameProviders(
      [...offeredProviders(query.provider, result.facets.provider), ...(query.acceptedBy ? [query.acceptedBy] : [])],
      locale,
      today(),
    ),
    nameLabels(locale),
    nameSkills(frequentSkills(query.skill, result.facets.skill), locale),
    result.total === 0 ? countTopics() : undefined,
    result.total === 0 ? findNearest(query, locale) : undefined,
    query.view === "map" && result.total > 0 ? findOnMap(query) : undefined,
  ]);

  const names = { providers, labels, skills };
  const wish = wishOf(asked, locale);
  tell({
    ...ofSearch(topics?.source === "database" ? "database" : result.source),
    // Where nothing was found, what comes nearest may be anything.
    isTouchedBy: async (takenUp) => topics !== undefined || (await isTouchedBy(query, takenUp)),
    shown: [...result.items, ...(nearest?.result.items ?? [])].map(({ id }) => id),
    ...(wish ? { search: { ...wish, found: result.total } } : {}),
  });

  return (
    <main id="main" className="wrap">
      <div className="py-8 print:hidden">
        <SearchBox defaultValue={query.q} form={searchForm} />
      </div>
      <div className="grid items-start gap-x-12 gap-y-6 md:grid-cols-[17rem_minmax(0,1fr)]">
        <div className="print:hidden">
          <SearchFilters query={query} facets={result.facets} names={names} />
        </div>
        <div className="min-w-0">
          <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
            <div role="status" className="min-w-0">
              <h1 className="text-3xl">{t(query.q === "" ? "found" : "foundFor", { count: result.total, words: query.q })}</h1>
            </div>
            {result.total > 0 && (
              <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
                <ViewSwitch query={query} />
                <SortChoice query={query} />
              </div>
            )}
          </div>
          <ChosenFilters query={query} names={names} />
          <AsRead query={query} asked={asked} understood={understood} spelling={spelling} />
          {result.place === "unknown" && (
            <div className="mt-5">
              <Notice>{t("placeUnknown", { place: query.near ?? "" })}</Notice>
            </div>
          )}
          {query.near && <OnlineToo query={query} />}
          {result.source === "database" && (
            <div className="mt-5">
              <Notice>{t("fromDatabase")}</Notice>
            </div>
          )}
          {onMap && <ResultMap query={query} total={result.total} onMap={onMap} outlines={outlines} tiles={tiles} />}
          {result.total === 0 ? (
            <EmptyResult query={query} names={names} topics={topics?.topics ?? {}} nearest={nearest} />
          ) : (
            <ResultList query={query} result={result} mailed={canMail} />
          )}
        </div>
      </div>
    </main>
  );
}

/** What is held nowhere is near to nobody, and open to all. */
async function OnlineToo({ query }: { query: SearchQuery }) {
  const [t, locale] = await Promise.all([getTranslations("search"), getLocale()]);
  const href = address(locale, `offerings${searchHref(query, { near: undefined, radius: undefined, region: [], mode: ["online"] })}`);

  return (
    <p className="mt-4 text-sm">
      {t("onlineToo")} <a href={href}>{t("onlineLink")}</a>. <span className="text-ink-2">{t("distanceNote")}</span>
    </p>
  );
}
