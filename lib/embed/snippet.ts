import { parseSearchQuery, searchParams } from "@/lib/catalogue/query";
import { type Theme, themeParams } from "./theme";

/** A search as its address says it, or the part of one after the question mark; without what only its page needs. */
export function readPasted(pasted: string): URLSearchParams {
  const text = pasted.trim();
  const params = new URLSearchParams(
    text.includes("?") ? text.slice(text.indexOf("?") + 1).replace(/#.*$/, "") : text.includes("=") ? text : "",
  );
  const read = Object.fromEntries([...new Set(params.keys())].map((name) => [name, params.getAll(name)]));
  return searchParams({ ...parseSearchQuery(read), page: 1, view: undefined, more: false });
}

const attribute = (value: string) => value.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

type Wanted = { site: string; locale: string; search: URLSearchParams; theme: Theme; title: string };

/** Where the search for another site is. */
export function embedAddress({ site, locale, search, theme }: Omit<Wanted, "title">): string {
  const params = new URLSearchParams([...search, ...themeParams(theme)]).toString();
  return `${site}/embed/${locale}${params === "" ? "" : `?${params}`}`;
}

/** What the owner of a site writes into a page: a script that fits the height, or a frame alone. */
export function snippetsOf(wanted: Wanted): { script: string; frame: string } {
  const { site, locale, search, theme, title } = wanted;
  const data: [string, string][] = [
    ["locale", locale],
    ...(search.size > 0 ? [["query", search.toString()] as [string, string]] : []),
    ...themeParams(theme),
    ["title", title],
  ];
  const written = data.map(([name, value]) => ` data-${name}="${attribute(value)}"`).join("");
  return {
    script: `<script src="${site}/embed.js"${written} async></script>`,
    frame: `<iframe src="${attribute(embedAddress(wanted))}" title="${attribute(title)}" loading="lazy" style="width: 100%; height: 600px; border: 0"></iframe>`,
  };
}
