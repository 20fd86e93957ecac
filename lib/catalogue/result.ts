import type { Day } from "@/lib/days/days";
import type { SessionState } from "@/lib/sessions/session";
import type { CardAccreditation } from "./card";
import type { Moment } from "./filters";
import type { SearchQuery } from "./query";

/** A text as the search engine found it: pieces in order, those that match marked. No markup travels. */
export type Highlighted = { text: string; match: boolean }[];

/** One offering in a list of results, ready to draw in the reader's language. */
export type SearchItem = {
  id: string;
  slug: string;
  /** With the language each text is really in, since a translation can be missing. */
  title: { parts: Highlighted; language: string };
  summary: { parts: Highlighted; language: string } | null;
  provider: { slug: string; name: string; town: string | null };
  eqf: number;
  ects: number | null;
  hours: number | null;
  /** ISCED-F codes as stated, most detailed. */
  fields: string[];
  modes: string[];
  languages: string[];
  funding: string[];
  /** The next session that fits the query, or null where none is dated. */
  session: {
    startsOn: Day | null;
    endsOn: Day | null;
    towns: string[];
    /** Kilometres from where the search is near, to the nearest of its places. */
    distance: number | null;
    state: SessionState;
    /** What somebody without any claim pays; null is not stated. */
    price: { amount: number; currency: string } | null;
    sessions: number;
  } | null;
  /** The accreditation in force that covers it: `until` is its last day, null where stated as open-ended. */
  accreditation: CardAccreditation;
};

/** Offerings by value; each facet ignores its own selection. */
export type Facets = {
  eqf: Record<string, number>;
  /** ISCED-F codes of all depths. */
  field: Record<string, number>;
  mode: Record<string, number>;
  lang: Record<string, number>;
  qa: Record<string, number>;
  /** By provider slug. */
  provider: Record<string, number>;
  open: { true: number };
  free: { true: number };
  schedule: Record<string, number>;
  /** NUTS codes that the country's file names. */
  region: Record<string, number>;
  assessment: Record<string, number>;
  providerType: Record<string, number>;
  funding: Record<string, number>;
  target: Record<string, number>;
  access: Record<string, number>;
  /** By whether what one already knows is recognised. */
  priorLearning: Record<string, number>;
  credential: Record<string, number>;
  /** By ESCO address; only where asked for. */
  skill: Record<string, number>;
};

export function emptyFacets(): Facets {
  return {
    ...{ eqf: {}, field: {}, mode: {}, lang: {}, qa: {}, provider: {}, open: { true: 0 }, free: { true: 0 } },
    ...{ schedule: {}, region: {}, assessment: {}, providerType: {}, funding: {}, target: {} },
    ...{ access: {}, priorLearning: {}, credential: {}, skill: {} },
  };
}

export type SearchResult = {
  total: number;
  page: number;
  pages: number;
  perPage: number;
  items: SearchItem[];
  facets: Facets;
  /** `database` while the search engine is away: the page says so. */
  source: "index" | "database";
  /** Where "near" is; `unknown` where no place has that name, which then filters nothing out but everything. */
  place: "unknown" | { latitude: number; longitude: number } | null;
};

export function placeOf(query: SearchQuery, { near }: Moment): SearchResult["place"] {
  if (!query.near) return null;
  return near?.point ?? "unknown";
}
