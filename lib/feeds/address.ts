import { type SearchQuery, searchHref } from "@/lib/catalogue/query";

/** Where the feed of a search is. Its order, its page and its view are those of the feed itself. */
export function feedAddress(locale: string, query: SearchQuery): string {
  return `/feeds/${locale}/offerings.atom${searchHref({ ...query, sort: undefined, view: undefined, page: 1 }).replace(/\?$/, "")}`;
}
