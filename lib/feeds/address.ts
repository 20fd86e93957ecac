import { type SearchQuery, searchHref } from "@/lib/catalogue/query";

/** Where the feed of a search is. Its order and its page are those of the feed itself. */
export function feedAddress(locale: string, query: SearchQuery): string {
  return `/feeds/${locale}/offerings.atom${searchHref({ ...query, sort: undefined, page: 1 }).replace(/\?$/, "")}`;
}
