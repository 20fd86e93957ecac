import { z } from "zod";
import { facetNames, usualFacets } from "@/lib/catalogue/facets";
import { findNearest } from "@/lib/catalogue/nearest/queries";
import { pageSize } from "@/lib/catalogue/pages-together";
import { appliedFilters, type SearchQuery, showsAllFilters } from "@/lib/catalogue/query";
import type { SearchItem } from "@/lib/catalogue/result";
import { searchCatalogue } from "@/lib/catalogue/search";
import { isTouchedBy } from "@/lib/catalogue/touched";
import { readSearch } from "@/lib/catalogue/understanding/queries";
import { defaultLocale, isLocale } from "@/lib/i18n/locales";
import { tell } from "@/lib/insight/telling";
import { ofSearch } from "@/lib/sources/sources";

const perPageInput = z.coerce.number().int().min(1).max(100).catch(pageSize);

/** The search page's parameters plus `perPage` and `locale`; titles and summaries come in that language where there is one. */
export async function GET(request: Request): Promise<Response> {
  const url = new URL(request.url);
  const params = Object.fromEntries([...url.searchParams.keys()].map((name) => [name, url.searchParams.getAll(name)]));

  const { query, understood, spelling } = await readSearch(params);
  const locale = params.locale?.[0];
  const perPage = perPageInput.parse(params.perPage?.[0] ?? pageSize);
  const found = await searchCatalogue(query, isLocale(locale) ? locale : defaultLocale, {
    perPage,
    marked: false,
    counted: showsAllFilters(query) ? facetNames : usualFacets,
  });
  const nearest = found.total === 0 ? await findNearest(query, isLocale(locale) ? locale : defaultLocale) : undefined;
  tell({
    ...ofSearch(found.source),
    isTouchedBy: async (takenUp) => found.total === 0 || (await isTouchedBy(query, takenUp)),
    listed: [...found.items, ...(nearest?.result.items ?? [])].map(({ id }) => id),
  });
  return Response.json({
    total: found.total,
    page: found.page,
    pages: found.pages,
    perPage,
    source: found.source,
    place: found.place,
    items: found.items.map(toAnswer),
    facets: found.facets,
    applied: applied(query),
    nearest: nearest
      ? { q: nearest.query.q, applied: applied(nearest.query), total: nearest.result.total, items: nearest.result.items.map(toAnswer) }
      : null,
    understood: understood && { q: query.q, words: understood.words },
    spelling: spelling && { q: spelling.q, applied: spelling.sure },
  });
}

/** Marks are for people. */
function toAnswer({ title, summary, provider, ...item }: SearchItem) {
  return {
    ...item,
    title: title.parts.map(({ text }) => text).join(""),
    titleLanguage: title.language,
    summary: summary?.parts.map(({ text }) => text).join("") ?? null,
    provider,
  };
}

const applied = (query: SearchQuery) => appliedFilters(query).map(({ name, value }) => ({ name, value }));
