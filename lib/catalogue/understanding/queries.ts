import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db";
import { type Params, parseSearchQuery, type SearchQuery, searchParams } from "@/lib/catalogue/query";
import { today } from "@/lib/clock";
import { country } from "@/lib/country/country";
import { type Respelt, respell } from "@/lib/spelling/queries";
import { tieAt } from "./readers";
import { phraseAt, tokensOf } from "./tokens";
import { type Understood, understand } from "./understand";

const named = country.places.flatMap(({ names }) => names.map((name) => [phraseOf(name), name] as const));
const places = new Map(named);
const regions = new Map(
  Object.entries(country.regions).flatMap(([code, names]) => Object.values(names).map((name) => [phraseOf(name), code] as const)),
);
const bare = new Set([...places.keys(), ...regions.keys()]);

function phraseOf(name: string): string {
  return tokensOf(name)
    .map(({ folded }) => folded)
    .join(" ");
}

/** `query` is what is searched for, `asked` what the reader wrote; both are the same where nothing was read into it. */
export type ReadSearch = { query: SearchQuery; asked: SearchQuery; understood: Understood | null; spelling: Respelt | null };

/**
 * A search with what its words say as filters beside those chosen, and its slips mended where it is sure what was meant. Where the reader wants
 * the words taken as they are, nothing is read into them.
 */
export async function readSearch(params: Params): Promise<ReadSearch> {
  const asked = parseSearchQuery(params);
  if (asked.q === "" || asked.literal) return { query: asked, asked, understood: null, spelling: null };
  const understood = understand(asked.q, { day: today(), places: await placesIn(asked.q), bare, regions });
  const query = understood.words.length === 0 ? asked : withFilters(asked, understood);
  const spelling = query.q === "" ? null : await respell(query.q);
  return {
    query: spelling?.sure ? { ...query, q: spelling.q } : query,
    asked,
    understood: understood.words.length === 0 ? null : understood,
    spelling,
  };
}

function withFilters(asked: SearchQuery, { rest, filters }: Understood): SearchQuery {
  const chosen = searchParams({ ...asked, q: rest });
  for (const [name, value] of Object.entries(filters)) {
    const isList = Array.isArray(asked[name as keyof SearchQuery]);
    if (!isList && chosen.has(name)) continue;
    for (const one of [value ?? []].flat()) chosen.append(name, one);
  }
  return parseSearchQuery(Object.fromEntries([...new Set(chosen.keys())].map((name) => [name, chosen.getAll(name)])));
}

/** What phrases name in the table of places, null for none: it is filled before a site starts, and most of what is typed is typed again. */
let looked = { day: "", places: new Map<string, string | null>() };
const mostLooked = 50_000;

/** The places that a question may name: those of the country's file, and of the table those that it names in so many words. */
async function placesIn(question: string): Promise<Map<string, string>> {
  const tokens = tokensOf(question);
  const phrases = tokens.flatMap((_, at) => {
    const start = at + tieAt(tokens, at);
    return start === at ? [] : [1, 2, 3].flatMap((length) => phraseAt(tokens, start, length) ?? []);
  });
  const candidates = [...new Set(phrases)].filter((phrase) => !places.has(phrase)).slice(0, 60);
  if (looked.day !== today() || looked.places.size > mostLooked) looked = { day: today(), places: new Map() };
  const known = looked.places;
  const unknown = candidates.filter((phrase) => !known.has(phrase));
  if (unknown.length > 0) {
    const rows = await db.execute<{ name: string }>(sql`
      select distinct name from places where cairn_place(name) = any(${sql.param(unknown)}::text[])`);
    const found = new Map(rows.map(({ name }) => [phraseOf(name), name]));
    for (const phrase of unknown) known.set(phrase, found.get(phrase) ?? null);
  }
  const named = candidates.flatMap((phrase) => {
    const name = known.get(phrase);
    return name ? [[phrase, name] as const] : [];
  });
  return named.length === 0 ? places : new Map([...places, ...named]);
}
