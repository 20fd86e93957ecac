import "server-only";
import { eq, inArray } from "drizzle-orm";
import { db } from "@/db";
import { offerings, versions } from "@/db/schema";
import { type SearchQuery, searchHref } from "@/lib/catalogue/query";
import type { SearchItem } from "@/lib/catalogue/result";
import { searchCatalogue } from "@/lib/catalogue/search";
import { country } from "@/lib/country/country";
import { env } from "@/lib/env";
import { address } from "@/lib/i18n/address";
import type { Locale } from "@/lib/i18n/locales";
import { type AtomEntry, lastUpdated, toAtom } from "@/lib/interop/atom";
import { plainText } from "@/lib/texts/texts";
import { labelOf } from "@/lib/vocabularies/vocabulary";
import { feedAddress } from "./address";

/** Whoever asks once a week misses nothing that a usual week brings. */
const entriesPerFeed = 50;

/** The feed of a search: what fits it, that which was published last first. The order and the page of the search are not those of a feed. */
export async function feedOf(
  given: SearchQuery,
  locale: Locale,
  words: { title: string },
): Promise<{ body: string; modified: Date | undefined }> {
  const query: SearchQuery = { ...given, sort: "newest", page: 1 };
  const { items } = await searchCatalogue(query, locale, { perPage: entriesPerFeed, marked: false });
  const moments = await momentsOf(items.map(({ id }) => id));
  const absolute = (path: string) => new URL(path, env.SITE_URL).href;
  const asked = searchHref({ ...query, sort: undefined, view: undefined }).replace(/\?$/, "");
  const self = absolute(feedAddress(locale, query));
  const entries = items.flatMap((item) => {
    const at = moments.get(item.id);
    return at ? [entryOf(item, locale, at, absolute)] : [];
  });
  const page = absolute(address(locale, `offerings${asked}`));
  const subtitle = given.q === "" ? "" : `“${given.q}”`;
  const body = toAtom({
    id: self,
    self,
    page,
    title: words.title,
    subtitle,
    language: locale,
    author: plainText(country.name, locale),
    entries,
  });
  return { body, modified: lastUpdated(entries) };
}

type Moments = Pick<AtomEntry, "published" | "updated">;

async function momentsOf(ids: string[]): Promise<Map<string, Moments>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: offerings.id, first: offerings.firstPublishedAt, current: versions.publishedAt })
    .from(offerings)
    .innerJoin(versions, eq(versions.id, offerings.currentVersionId))
    .where(inArray(offerings.id, ids));
  return new Map(rows.map(({ id, first, current }) => [id, { published: first ?? current, updated: current }]));
}

function entryOf(item: SearchItem, locale: Locale, moments: Moments, absolute: (path: string) => string): AtomEntry {
  const text = (shown: SearchItem["summary"]) => ({
    text: shown?.parts.map((part) => part.text).join("") ?? "",
    language: shown?.language === locale ? undefined : shown?.language,
  });
  return {
    ...moments,
    id: `urn:uuid:${item.id}`,
    title: text(item.title),
    url: absolute(address(locale, `offerings/${item.slug}`)),
    summary: text(item.summary),
    author: item.provider.name,
    categories: [
      { term: `EQF${item.eqf}`, label: `EQF ${item.eqf}` },
      ...item.fields.map((code) => ({ term: code, label: labelOf("fields", code, locale) })),
    ],
  };
}
