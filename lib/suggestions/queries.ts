import "server-only";
import type { MultiSearchParams } from "meilisearch";
import type { OfferingDocument } from "@/lib/catalogue/document";
import { engine, titleIndex } from "@/lib/catalogue/engine";
import { isAway } from "@/lib/catalogue/engine-away";
import { facets } from "@/lib/catalogue/facets";
import { searchDatabase } from "@/lib/catalogue/fallback/queries";
import { offeringFilter } from "@/lib/catalogue/filters";
import { shown } from "@/lib/catalogue/item";
import { findMoment } from "@/lib/catalogue/moment/queries";
import { parseSearchQuery, searchHref } from "@/lib/catalogue/query";
import { countQuestion } from "@/lib/catalogue/questions";
import type { SearchItem } from "@/lib/catalogue/result";
import type { TitleDocument } from "@/lib/catalogue/title-document";
import { address } from "@/lib/i18n/address";
import { rememberWhile } from "@/lib/sources/queries";
import { index, register } from "@/lib/sources/sources";
import { inOtherWords, noSynonyms } from "@/lib/synonyms/synonym";
import { plainText } from "@/lib/texts/texts";
import { fieldsBegun } from "./names/fields";
import { findPlaces, providersBegun, skillsBegun } from "./names/queries";
import { mostOf, type Suggestion, type Suggestions, shortestBeginning } from "./suggestion";

/** Where something may be found: its name, what its offerings are counted by, and where it leads. */
type Candidate = { text: string; language?: string; facet: keyof Counts; value: string; href: string };
type Titled = Pick<SearchItem, "slug"> & { title: SearchItem["title"] | null; provider: { name: string } };
type Counts = Record<"field" | "provider" | "skill", Record<string, number>>;
type Found = { offerings: Titled[]; counts: Counts | null; source: "index" | "database" };

const nothing = parseSearchQuery({});

/** So many skills are looked at, of which the fullest are shown. */
const mostSkills = 8;

/** In so many other words titles are sought beside those that are written. */
const mostOtherWords = 4;

/** What the search of a single field, provider or skill would find, for all of them: it changes with the index, a decision and the day. */
const findCounts = rememberWhile([index, register], async (): Promise<Counts> => {
  const moment = await findMoment(nothing);
  const { results } = await engine.multiSearch<MultiSearchParams, OfferingDocument>({
    queries: [
      countQuestion({ index: "offerings", filter: offeringFilter(nothing, moment), facets: ["field", "provider", "skill"] }, nothing),
    ],
  });
  const countsOf = (name: keyof Counts) => results[0]?.facetDistribution?.[facets[name].attribute] ?? {};
  return { field: countsOf("field"), provider: countsOf("provider"), skill: countsOf("skill") };
});

/**
 * What somebody may mean who has begun to write a question: fields, skills and providers of which something can be found, with how much, places,
 * and offerings by their titles. While the engine is away without the counts.
 */
export async function suggest(written: string, locale: string): Promise<{ suggestions: Suggestions; source: Found["source"] }> {
  if (written.trim().length < shortestBeginning)
    return { suggestions: { field: [], skill: [], place: [], provider: [], offering: [] }, source: "index" };
  const [found, place, named, taught] = await Promise.all([
    find(written, locale),
    findPlaces(written, locale),
    providersBegun(written, locale),
    skillsBegun(written, locale, mostSkills),
  ]);
  const fields = fieldsBegun(written, locale).map(({ code, text }) => ({
    ...{ text, facet: "field" as const, value: code },
    href: address(locale, `offerings${searchHref({ ...nothing, field: [code] })}`),
  }));
  const providers = named.map(({ slug, name }) => ({
    ...{ text: name, facet: "provider" as const, value: slug },
    href: address(locale, `providers/${slug}`),
  }));
  const skills = taught.map(({ id, uri, text, language }) => ({
    ...{ text, ...(language ? { language } : {}), facet: "skill" as const, value: uri },
    href: address(locale, `skills/${encodeURIComponent(id)}`),
  }));
  return {
    suggestions: {
      field: counted(fields, found.counts).slice(0, mostOf.field),
      skill: counted(skills, found.counts).slice(0, mostOf.skill),
      place,
      provider: counted(providers, found.counts).slice(0, mostOf.provider),
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

/** The fullest first, those with nothing left out. */
function counted(candidates: Candidate[], counts: Counts | null): Suggestion[] {
  if (!counts) return candidates.map(({ facet: _, value: __, ...one }) => one);
  return candidates
    .map(({ facet, value, ...one }) => ({ ...one, count: counts[facet][value] ?? 0 }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count);
}

async function find(written: string, locale: string): Promise<Found> {
  const moment = await findMoment({ ...nothing, q: written });
  const questions = inOtherWords(written, moment.synonyms ?? noSynonyms, mostOtherWords);
  try {
    const [counts, { results }] = await Promise.all([
      findCounts(),
      engine.multiSearch<MultiSearchParams, TitleDocument>({
        queries: questions.map((q) => ({
          ...{ indexUid: titleIndex.uid, q, filter: offeringFilter(nothing, moment) },
          ...{ matchingStrategy: "all", limit: mostOf.offering },
        })),
      }),
    ]);
    const hits = new Map(results.flatMap(({ hits }) => hits).map((hit) => [hit.slug, hit]));
    const offerings = [...hits.values()].slice(0, mostOf.offering).map((hit) => ({
      slug: hit.slug,
      title: shown("title", { texts: hit, card: hit.card }, locale),
      provider: { name: plainText(hit.card.provider.name, locale) },
    }));
    return { offerings, counts, source: "index" };
  } catch (fault) {
    if (!isAway(fault)) throw fault;
    const { items } = await searchDatabase({ ...nothing, q: written }, locale, mostOf.offering, moment, []);
    return { offerings: items, counts: null, source: "database" };
  }
}
