import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db";
import { type Params, parseSearchQuery, type SearchQuery, searchParams } from "@/lib/catalogue/query";
import { today } from "@/lib/clock";
import { country } from "@/lib/country/country";
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

/** A search with what its words say as filters beside those chosen, and what was understood; none where the reader wants the words taken as they are. */
export async function readSearch(params: Params): Promise<{ query: SearchQuery; asked: SearchQuery; understood: Understood | null }> {
  const asked = parseSearchQuery(params);
  if (asked.q === "" || asked.literal) return { query: asked, asked, understood: null };
  const understood = understand(asked.q, { day: today(), places: await placesIn(asked.q), bare, regions });
  if (understood.words.length === 0) return { query: asked, asked, understood: null };
  const chosen = searchParams({ ...asked, q: understood.rest });
  for (const [name, value] of Object.entries(understood.filters)) {
    const isList = Array.isArray(asked[name as keyof SearchQuery]);
    if (!isList && chosen.has(name)) continue;
    for (const one of [value ?? []].flat()) chosen.append(name, one);
  }
  const read = Object.fromEntries([...new Set(chosen.keys())].map((name) => [name, chosen.getAll(name)]));
  return { query: parseSearchQuery(read), asked, understood };
}

/** The places that a question may name: those of the country's file, and of the table those that it names in so many words. */
async function placesIn(question: string): Promise<Map<string, string>> {
  const tokens = tokensOf(question);
  const phrases = tokens.flatMap((_, at) => {
    const start = at + tieAt(tokens, at);
    return start === at ? [] : [1, 2, 3].flatMap((length) => phraseAt(tokens, start, length) ?? []);
  });
  const candidates = [...new Set(phrases)].filter((phrase) => !places.has(phrase)).slice(0, 60);
  if (candidates.length === 0) return places;
  const rows = await db.execute<{ name: string }>(sql`
    select distinct name from places where cairn_place(name) = any(${sql.param(candidates)}::text[])`);
  return rows.length === 0 ? places : new Map([...places, ...rows.map(({ name }) => [phraseOf(name), name] as const)]);
}
