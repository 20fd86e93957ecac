import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { cache } from "react";
import { ResultList } from "@/components/offerings/result-list";
import { ResultMap } from "@/components/offerings/result-map";
import { SearchResults } from "@/components/offerings/search-results";
import { ViewSwitch } from "@/components/offerings/view-switch";
import { answerSearch, withWays } from "@/lib/catalogue/answer/queries";
import { publicSearch } from "@/lib/catalogue/place";
import { searchHref } from "@/lib/catalogue/query";
import { findOnMap } from "@/lib/catalogue/spots/search";
import { isTouchedBy } from "@/lib/catalogue/touched";
import { feedAddress } from "@/lib/feeds/address";
import { pageMetadata } from "@/lib/i18n/metadata";
import { tell } from "@/lib/insight/telling";
import { wishOf } from "@/lib/insight/wishes/wish";
import { canMail } from "@/lib/mail/mail";
import { outlines } from "@/lib/places/outlines";
import { tiles } from "@/lib/places/tiles";
import { ofSearch } from "@/lib/sources/sources";

type Props = PageProps<"/[locale]/offerings">;

/** The page and its title ask the same: once. */
const find = cache((params: string, locale: string) => answerSearch(JSON.parse(params), locale));

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
  const found = await find(JSON.stringify(await searchParams), locale);
  const { query, asked, result } = found;
  const [t, answer, onMap] = await Promise.all([
    getTranslations("search"),
    withWays(found, locale),
    query.view === "map" && result.total > 0 ? findOnMap(query) : undefined,
  ]);
  const { topics, nearest } = answer;
  const at = publicSearch(locale);
  const wish = wishOf(asked, locale);
  const listed = [...result.items, ...(nearest?.result.items ?? [])].map(({ id }) => id);
  tell({
    ...ofSearch(topics?.source === "database" ? "database" : result.source),
    // Where nothing was found, what comes nearest may be anything.
    isTouchedBy: async (takenUp) => topics !== undefined || (await isTouchedBy(query, takenUp)),
    listed,
    shown: listed,
    ...(wish ? { search: { ...wish, found: result.total } } : {}),
  });

  return (
    <main id="main" className="wrap">
      <SearchResults
        answer={answer}
        at={at}
        heading={<h1 className="text-3xl">{t(query.q === "" ? "found" : "foundFor", { count: result.total, words: query.q })}</h1>}
        views={<ViewSwitch query={query} at={at} />}
      >
        {onMap && <ResultMap query={query} total={result.total} onMap={onMap} outlines={outlines} tiles={tiles} />}
        <ResultList query={query} result={result} mailed={canMail} at={at} />
      </SearchResults>
    </main>
  );
}
