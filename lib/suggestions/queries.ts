import "server-only";
import type { MultiSearchParams } from "meilisearch";
import type { OfferingDocument } from "@/lib/catalogue/document";
import { engine, indexNames } from "@/lib/catalogue/engine";
import { isAway } from "@/lib/catalogue/engine-away";
import { searchDatabase } from "@/lib/catalogue/fallback/queries";
import { type Moment, offeringFilter } from "@/lib/catalogue/filters";
import { shown } from "@/lib/catalogue/item";
import { findMoment } from "@/lib/catalogue/moment/queries";
import { parseSearchQuery, type SearchQuery, searchHref } from "@/lib/catalogue/query";
import type { SearchItem } from "@/lib/catalogue/result";
import { shownTexts } from "@/lib/catalogue/settings";
import { address } from "@/lib/i18n/address";
import { plainText } from "@/lib/texts/texts";
import { fieldsBegun } from "./names/fields";
import { findPlaces, providersBegun, skillsBegun } from "./names/queries";
import { mostOf, type Suggestion, type Suggestions, shortestBeginning } from "./suggestion";

/** Where something may be found: its name, the search that counts it, and where it leads. */
type Candidate = { text: string; language?: string; query: SearchQuery; href: string };
type Titled = Pick<SearchItem, "slug"> & { title: SearchItem["title"] | null; provider: { name: string } };
type Found = { offerings: Titled[]; counts: number[] | null; source: "index" | "database" };

const nothing = parseSearchQuery({});
const titled = ["slug", "card", ...shownTexts.filter((name) => name.startsWith("title_"))];

/** So many fields and providers are counted, of which the fullest are shown. */
const mostCounted = 8;

/**
 * What somebody may mean who has begun to write a question: fields, skills and providers of which something can be found, with how much, places,
 * and offerings by their titles. While the engine is away without the counts.
 */
export async function suggest(written: string, locale: string): Promise<{ suggestions: Suggestions; source: Found["source"] }> {
  if (written.trim().length < shortestBeginning)
    return { suggestions: { field: [], skill: [], place: [], provider: [], offering: [] }, source: "index" };
  const [moment, place, named, taught] = await Promise.all([
    findMoment(nothing),
    findPlaces(written, locale),
    providersBegun(written, locale),
    skillsBegun(written, locale, mostCounted),
  ]);
  const fields = fieldsBegun(written, locale)
    .slice(0, mostCounted)
    .map(({ code, text }) => candidate(text, { field: code }, (query) => address(locale, `offerings${searchHref(query)}`)));
  const providers = named
    .slice(0, mostCounted)
    .map(({ slug, name }) => candidate(name, { provider: slug }, () => address(locale, `providers/${slug}`)));
  const skills = taught.map(({ id, uri, text, language }) => ({
    ...candidate(text, { skill: uri }, () => address(locale, `skills/${encodeURIComponent(id)}`)),
    ...(language ? { language } : {}),
  }));
  const found = await find(written, locale, moment, [...fields, ...providers, ...skills]);
  return {
    suggestions: {
      field: counted(fields, found.counts, 0).slice(0, mostOf.field),
      skill: counted(skills, found.counts, fields.length + providers.length).slice(0, mostOf.skill),
      place,
      provider: counted(providers, found.counts, fields.length).slice(0, mostOf.provider),
      offering: found.offerings.map(({ slug, title, provider }) => ({
        text: title?.parts.map(({ text }) => text).join("") ?? slug,
        ...(title && title.language !== locale ? { language: title.language } : {}),
        provider: provider.name,
        href: address(locale, `offerings/${slug}`),
      })),
    },
    source: found.source,
  };
}

function candidate(text: string, params: Record<string, string>, hrefOf: (query: SearchQuery) => string): Candidate {
  const query = parseSearchQuery(params);
  return { text, query, href: hrefOf(query) };
}

/** The fullest first, those with nothing left out. */
function counted(candidates: Candidate[], counts: number[] | null, from: number): Suggestion[] {
  if (!counts) return candidates.map(({ query: _, ...one }) => one);
  return candidates
    .map(({ query: _, ...one }, at) => ({ ...one, count: counts[from + at] ?? 0 }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count);
}

async function find(written: string, locale: string, moment: Moment, candidates: Candidate[]): Promise<Found> {
  const query = { ...nothing, q: written };
  const { offerings: indexUid } = indexNames;
  try {
    const { results } = await engine.multiSearch<MultiSearchParams, OfferingDocument>({
      queries: [
        {
          indexUid,
          q: written,
          filter: offeringFilter(nothing, moment),
          matchingStrategy: "all",
          attributesToSearchOn: ["title_*"],
          limit: mostOf.offering,
          attributesToRetrieve: titled,
        },
        ...candidates.map(({ query }) => ({ indexUid, q: "", filter: offeringFilter(query, moment), page: 1, hitsPerPage: 0 })),
      ],
    });
    const [titles, ...others] = results;
    const offerings = (titles?.hits ?? []).map((hit) => ({
      slug: hit.slug,
      title: shown("title", { texts: hit, card: hit.card }, locale),
      provider: { name: plainText(hit.card.provider.name, locale) },
    }));
    return { offerings, counts: others.map(({ totalHits }) => totalHits ?? 0), source: "index" };
  } catch (fault) {
    if (!isAway(fault)) throw fault;
    const { items } = await searchDatabase(query, locale, mostOf.offering, moment, []);
    return { offerings: items, counts: null, source: "database" };
  }
}
