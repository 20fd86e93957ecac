import { z } from "zod";
import { country } from "@/lib/country/country";
import { isQualityCode } from "@/lib/terms/term";
import { isCode, type VocabularyName } from "@/lib/vocabularies/vocabulary";

/** Kilometres, where a search says "near" and not how near. */
export const usualRadius = 25;

/** Around the middle of a square of the map this takes in that square and no other. */
export const smallestRadius = 0.3;

export const sorts = ["relevance", "start", "ects", "price", "distance", "newest"] as const;
export type Sort = (typeof sorts)[number];

const list = (is: (value: string) => boolean) =>
  z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value) => [...new Set([value ?? []].flat().filter(is))].sort());
const coded = (name: VocabularyName) => list((value) => isCode(name, value));
/** No database keeps a zero byte, and nobody writes one. */
const isWritten = (value: string) => !/\p{Cc}/u.test(value);
const isSlug = (value: string) => /^[a-z0-9-]{1,120}$/.test(value);
const amount = z.coerce.number().min(0).max(1_000_000).optional().catch(undefined);
const day = z.iso.date().optional().catch(undefined);
const flag = z
  .enum(["1", "true", "on"])
  .optional()
  .catch(undefined)
  .transform((value) => value !== undefined);
const empty = (value: unknown) => (typeof value === "string" && value.trim() === "" ? undefined : value);
const one = (value: unknown) => empty(Array.isArray(value) ? value[0] : value);

/** Of a search that is near to nothing. */
export const nowhere = { near: undefined, radius: undefined, orOnline: false } as const;

/** The search as the address states it (design, section 6). A parameter that makes no sense counts as absent, so that an old link still finds something. */
const parameters = z.object({
  q: z.preprocess(one, z.string().trim().max(300).optional().catch(undefined)).transform((q) => (q ?? "").replaceAll("\0", " ").trim()),
  eqf: list((value) => /^[1-8]$/.test(value)),
  ectsMin: z.preprocess(one, amount),
  ectsMax: z.preprocess(one, amount),
  hoursMax: z.preprocess(one, amount),
  field: coded("fields"),
  topic: list((value) => value.trim() !== "" && value.length <= 100 && isWritten(value)).transform((topics) =>
    [...new Set(topics.map((topic) => topic.trim().toLowerCase()))].sort(),
  ),
  skill: list((value) => value.length <= 200 && isWritten(value) && URL.canParse(value)),
  lang: list((value) => /^[a-z]{2,3}$/.test(value)),
  mode: coded("modes"),
  schedule: coded("schedules"),
  assessment: coded("assessments"),
  provider: list(isSlug),
  providerType: coded("providerTypes"),
  qa: list(isQualityCode),
  region: list((value) => value in country.regions),
  near: z.preprocess(one, z.string().trim().max(100).refine(isWritten).optional().catch(undefined)),
  radius: z.preprocess(one, z.coerce.number().min(smallestRadius).max(500).optional().catch(undefined)),
  /** Also what is held online, wherever one is. */
  orOnline: z.preprocess(one, flag),
  startFrom: z.preprocess(one, day),
  startTo: z.preprocess(one, day),
  open: z.preprocess(one, flag),
  priceMax: z.preprocess(one, amount),
  free: z.preprocess(one, flag),
  funding: coded("fundings"),
  target: coded("targetGroups"),
  access: coded("accessProvisions"),
  priorLearning: coded("validations"),
  credential: coded("credentialFormats"),
  stackable: z.preprocess(one, flag),
  acceptedBy: z.preprocess(one, z.string().refine(isSlug).optional().catch(undefined)),
  /** Whether all filters are offered and counted, and not only the usual ones. */
  more: z.preprocess(one, flag),
  /** Whether words that could be filters are taken as words. */
  literal: z.preprocess(one, flag),
  sort: z.preprocess(one, z.enum(sorts).optional().catch(undefined)),
  /** The list alone is the usual view and has no name in an address. */
  view: z.preprocess(one, z.literal("map").optional().catch(undefined)),
  page: z.preprocess(one, z.coerce.number().int().min(1).max(5000).optional().catch(undefined)).transform((page) => page ?? 1),
});

// How near, without a place, says nothing, nor does what goes beside it.
const searchQuery = parameters.transform((query) =>
  query.near || (query.radius === undefined && !query.orOnline) ? query : { ...query, radius: undefined, orOnline: false },
);

export type SearchQuery = z.output<typeof searchQuery>;

export type Params = Record<string, string | string[] | undefined>;

export function parseSearchQuery(params: Params): SearchQuery {
  return searchQuery.parse(params);
}

/** The address of a search with something changed; any change but of the page starts again at page 1. */
export function searchHref(query: SearchQuery, change: Partial<SearchQuery> = {}): string {
  const params = searchParams({ ...query, page: 1, ...change }).toString();
  return params ? `?${params}` : "?";
}

/** Only what was chosen, in a fixed order: one search has one address. */
export function searchParams(query: SearchQuery): URLSearchParams {
  const params = new URLSearchParams();
  for (const name of Object.keys(parameters.shape) as (keyof SearchQuery)[]) {
    const value = query[name];
    if (value === undefined || value === false || value === "" || (name === "page" && value === 1)) continue;
    for (const each of [value].flat()) params.append(name, each === true ? "1" : String(each));
  }
  return params;
}

/** What is no filter by itself. */
const unfiltering = new Set<keyof SearchQuery>(["q", "sort", "view", "page", "more", "literal", "radius", "orOnline"]);

/** Those that the page offers when asked for more. */
const furtherFilters = [
  "hoursMax",
  "schedule",
  "region",
  "assessment",
  "providerType",
  "funding",
  "target",
  "access",
  "priorLearning",
  "credential",
  "skill",
  "stackable",
] as const;

/** Whether all filters are shown: asked for, or needed to see what was chosen. */
export function showsAllFilters(query: SearchQuery): boolean {
  return query.more || furtherFilters.some((name) => (Array.isArray(query[name]) ? query[name].length > 0 : Boolean(query[name])));
}

/** The chosen filters one by one, each with the search that is left without it: the removable chips. */
export function appliedFilters(query: SearchQuery): { name: keyof SearchQuery; value: string; without: SearchQuery }[] {
  const applied: { name: keyof SearchQuery; value: string; without: SearchQuery }[] = [];
  for (const [key, value] of Object.entries(query)) {
    const name = key as keyof SearchQuery;
    if (unfiltering.has(name) || value === undefined || value === false) continue;
    if (Array.isArray(value)) {
      for (const each of value)
        applied.push({ name, value: each, without: { ...query, page: 1, [name]: value.filter((other) => other !== each) } });
    } else {
      const without = { ...query, page: 1, [name]: value === true ? false : undefined };
      applied.push({ name, value: String(value), without: name === "near" ? { ...without, ...nowhere } : without });
    }
  }
  return applied;
}
