import "server-only";
import { sql } from "drizzle-orm";
import type { MultiSearchParams } from "meilisearch";
import { db } from "@/db";
import type { OfferingDocument } from "@/lib/catalogue/document";
import { engine, indexNames } from "@/lib/catalogue/engine";
import { isAway } from "@/lib/catalogue/engine-away";
import { searchDatabase } from "@/lib/catalogue/fallback/queries";
import { type Moment, offeringFilter } from "@/lib/catalogue/filters";
import { toItem } from "@/lib/catalogue/item";
import { findMoment } from "@/lib/catalogue/moment/queries";
import { parseSearchQuery, searchHref } from "@/lib/catalogue/query";
import type { SearchItem } from "@/lib/catalogue/result";
import { shownFacts, shownTexts } from "@/lib/catalogue/settings";
import { country } from "@/lib/country/country";
import { address } from "@/lib/i18n/address";
import { nameOn } from "@/lib/providers/names/queries";
import { plainText } from "@/lib/texts/texts";
import { labelOf, vocabulary } from "@/lib/vocabularies/vocabulary";
import { isBegun, isPlaceBegun, mostOf, placesBegun, type Suggestion, type Suggestions, shortestBeginning } from "./suggestion";

type Counts = Record<string, number>;
type Found = { offerings: SearchItem[]; fields: Counts; providers: Counts | null; source: "index" | "database" };

/**
 * What somebody may mean who has begun to write a question: fields and providers of which something can be found, with how much, places, and
 * offerings by their titles. While the engine is away without the counts.
 */
export async function suggest(written: string, locale: string): Promise<{ suggestions: Suggestions; source: Found["source"] }> {
  const nothing: Suggestions = { field: [], place: [], provider: [], offering: [] };
  if (written.trim().length < shortestBeginning) return { suggestions: nothing, source: "index" };
  const moment = await findMoment(parseSearchQuery({}));
  const [found, named, place] = await Promise.all([
    findOfferings(written, locale, moment),
    namedProviders(written, locale, moment),
    places(written, locale),
  ]);
  return {
    suggestions: {
      field: fields(written, locale, found.fields),
      place,
      provider: named
        .filter(({ slug }) => found.providers === null || (found.providers[slug] ?? 0) > 0)
        .slice(0, mostOf.provider)
        .map(({ slug, name }) => ({
          text: name,
          ...(found.providers ? { count: found.providers[slug] ?? 0 } : {}),
          href: address(locale, `providers/${slug}`),
        })),
      offering: found.offerings.map(({ slug, title, provider }) => ({
        text: title.parts.map(({ text }) => text).join(""),
        ...(title.language === locale ? {} : { language: title.language }),
        provider: provider.name,
        href: address(locale, `offerings/${slug}`),
      })),
    },
    source: found.source,
  };
}

/**
 * Every offering of a field or a provider whose name has the words is found by them, since the names are searched: so how many of those found
 * belong to it is how many there are.
 */
async function findOfferings(written: string, locale: string, moment: Moment): Promise<Found> {
  const query = { ...parseSearchQuery({}), q: written };
  const asked = {
    indexUid: indexNames.offerings,
    q: written,
    filter: offeringFilter(parseSearchQuery({}), moment),
    matchingStrategy: "all" as const,
  };
  try {
    const { results } = await engine.multiSearch<MultiSearchParams, OfferingDocument>({
      queries: [
        { ...asked, attributesToSearchOn: ["title_*"], limit: mostOf.offering, attributesToRetrieve: [...shownFacts, ...shownTexts] },
        { ...asked, facets: ["fields", "provider"], limit: 0 },
      ],
    });
    const { fields = {}, provider: providers = {} } = results[1]?.facetDistribution ?? {};
    const offerings = (results[0]?.hits ?? []).map((hit) => toItem({ ...hit, texts: hit }, query, locale, moment));
    return { offerings, fields, providers, source: "index" };
  } catch (fault) {
    if (!isAway(fault)) throw fault;
    const { items, facets } = await searchDatabase(query, locale, mostOf.offering, moment, ["field"]);
    return { offerings: items, fields: facets.field, providers: null, source: "database" };
  }
}

function fields(written: string, locale: string, counts: Counts): Suggestion[] {
  return (
    vocabulary("fields")
      .filter(({ code }) => (counts[code] ?? 0) > 0 && isBegun(written, labelOf("fields", code, locale)))
      .map(({ code }) => ({
        text: labelOf("fields", code, locale),
        count: counts[code] ?? 0,
        href: address(locale, `offerings${searchHref(parseSearchQuery({ field: code }))}`),
      }))
      .toSorted((a, b) => b.count - a.count)
      // A broad field and its only narrower one may have the same name.
      .filter(({ text }, at, all) => all.findIndex((other) => other.text === text) === at)
      .slice(0, mostOf.field)
  );
}

async function namedProviders(written: string, locale: string, { day }: Moment): Promise<{ slug: string; name: string }[]> {
  const longest =
    written
      .trim()
      .split(/\s+/)
      .toSorted((a, b) => b.length - a.length)[0] ?? "";
  const rows = await db.execute<{ slug: string; name: Record<string, string> }>(sql`
    select o.slug, ${nameOn(sql`o.id`, day)} as name from organisations o
    where o.id in (select organisation_id from organisation_names where cairn_fold_names(name) like '%' || cairn_fold(${longest.replace(/[\\%_]/g, "")}) || '%')
      and exists (select from offerings f where f.provider_id = o.id and f.status = 'published')
    order by o.slug limit 50`);
  return rows.map(({ slug, name }) => ({ slug, name: plainText(name, locale) })).filter(({ name }) => isBegun(written, name));
}

/** Places that the end of the question begins: towns of the country's file by any of their names, then those of the table, the country's own first. */
async function places(written: string, locale: string): Promise<Suggestion[]> {
  const found: Suggestion[] = [];
  const add = (words: string, place: string) => {
    if (found.length >= mostOf.place || found.some(({ text }) => text === place)) return;
    const href = address(locale, `offerings${searchHref(parseSearchQuery({ q: words, near: place }))}`);
    found.push({ text: place, ...(words === "" ? {} : { words }), href });
  };
  for (const { words, place } of placesBegun(written)) {
    for (const { names } of country.places) {
      const named = names.find((name) => isPlaceBegun(place, name));
      if (named) add(words, named);
    }
    if (found.length >= mostOf.place) break;
    const rows = await db.execute<{ name: string }>(sql`
      select name from places where cairn_place(name) ~>=~ cairn_place(${place}) and cairn_place(name) ~<~ (cairn_place(${place}) || chr(1114111))
      order by country <> ${country.country}, length(name), name limit ${mostOf.place}`);
    for (const { name } of rows) add(words, name);
  }
  return found;
}
