import { address } from "@/lib/i18n/address";
import { type SearchQuery, searchHref, searchParams } from "./query";

/** On which page a search stands: where its form goes, and what its searches are called as addresses. */
export type SearchPlace = {
  action: string;
  /** What the form sends beside the search. */
  hidden: [name: string, value: string][];
  hrefOf: (query: SearchQuery, change?: Partial<SearchQuery>) => string;
  /** Whether somebody searches for a client: what matters to them comes first, and all filters are shown. */
  forClient: boolean;
};

/** The page of the catalogue, for everybody. */
export function publicSearch(locale: string): SearchPlace {
  return {
    action: address(locale, "offerings"),
    hidden: [],
    hrefOf: (query, change) => address(locale, `offerings${searchHref(query, change).replace(/\?$/, "")}`),
    forClient: false,
  };
}

/** The page within the guidance desk, for one of the counsellor's lists or for none yet. */
export function clientSearch(locale: string, list: string | undefined): SearchPlace {
  const action = address(locale, "guidance/search");
  return {
    action,
    hidden: list ? [["list", list]] : [],
    hrefOf: (query, change = {}) => {
      const params = searchParams({ ...query, page: 1, view: undefined, ...change });
      // An address that names a list and nothing else begins with what its client can give. Whoever has taken that back wants it gone.
      if (list && params.size === 0) params.set("q", "");
      if (list) params.set("list", list);
      return params.size === 0 ? action : `${action}?${params}`;
    },
    forClient: true,
  };
}
