import "server-only";
import { sql } from "drizzle-orm";
import { type Database, db } from "@/db";
import { type Actor, mayAtAll } from "@/lib/auth/permissions";
import { findOversight } from "@/lib/authorities/queries";
import { countAll } from "@/lib/catalogue/fallback/queries";
import { parseSearchQuery } from "@/lib/catalogue/query";
import { now, today } from "@/lib/clock";
import { type Day, fromRange } from "@/lib/days/days";
import { rememberWhile } from "@/lib/sources/queries";
import { index } from "@/lib/sources/sources";
import { says } from "@/lib/texts/says";
import type { SynonymQuery } from "./input";
import { folded, type SynonymGroup, type Synonyms, toTable } from "./synonym";
import { toTerms, withTerm } from "./term";

/** What search takes for one another on a day. */
export async function findSynonyms(day: Day, database: Database = db): Promise<Map<string, string[]>> {
  return toTable(await listGroups(day, database));
}

async function listGroups(day: Day, database: Database = db): Promise<SynonymGroup[]> {
  return await database.execute<SynonymGroup>(
    sql`select language, words, means from search_synonyms where valid @> ${day}::date order by added_at, id`,
  );
}

/** Read anew once the index has taken something up: the engine is told of words in that moment, and not before. */
const wordsOfToday = rememberWhile([index], async () => {
  const groups = await listGroups(today());
  return { synonyms: toTable(groups), terms: toTerms(groups) };
});

/**
 * What a question is asked by: the question with one word in the place of a term of several that stands in it, undefined where there is none;
 * and what its words stand for.
 */
export async function findWords(question: string): Promise<{ term: string | undefined; synonyms: Synonyms }> {
  const { synonyms, terms } = await wordsOfToday();
  return { term: withTerm(question, terms), synonyms };
}

export type ListedGroup = SynonymGroup & { id: string; from: Day | null; until: Day | null };
export type SynonymPage = { rows: ListedGroup[]; total: number; pages: number; page: number };

const perPage = 25;

/** The groups of the instance, by their first word. Undefined for whoever keeps no vocabularies. */
export async function listSynonyms(actor: Actor, { q, state, page: asked }: SynonymQuery): Promise<SynonymPage | undefined> {
  if (!(await findOversight(actor, "vocabulary.read"))) return undefined;
  const day = sql`${today()}::date`;
  const is = { all: sql`true`, now: sql`s.valid @> ${day}`, ahead: sql`lower(s.valid) > ${day}`, ended: sql`upper(s.valid) <= ${day}` }[
    state
  ];
  const where = sql`${is} and ${says(sql`array_to_string(s.words || s.means, ' ')`, q)}`;
  const [counted] = await db.execute<{ total: number }>(sql`select count(*)::int as total from search_synonyms s where ${where}`);
  const total = counted?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / perPage));
  const page = Math.min(asked, pages);
  const rows = await db.execute<SynonymGroup & { id: string; valid: string }>(sql`
    select s.id, s.language, s.words, s.means, s.valid::text as valid from search_synonyms s where ${where}
    order by cairn_fold(s.words[1]), s.id limit ${perPage} offset ${(page - 1) * perPage}`);
  return { rows: rows.map(({ valid, ...row }) => ({ ...row, ...fromRange(valid) })), total, pages, page };
}

export type SynonymPreview = { words: { word: string; found: number }[]; together: number };

/** How many offerings of the catalogue each word of a group finds by itself now, and how many the first would with the others: these as whole phrases. */
export async function previewSynonyms(actor: Actor, { words, means }: SynonymGroup): Promise<SynonymPreview | undefined> {
  if (!mayAtAll(actor, "instance.manage")) return undefined;
  const moment = { day: today(), seconds: Math.floor(now().getTime() / 1000), hidden: { providers: [], offerings: [] } };
  const count = (word: string, synonyms: Synonyms) => countAll(db, parseSearchQuery({ q: word }), { ...moment, synonyms });
  const all = [...words, ...means].slice(0, 40);
  const counted = [];
  for (const word of all) counted.push({ word, found: await count(word, new Map()) });
  const [first = ""] = all;
  return { words: counted, together: await count(first, new Map([[folded(first), all.slice(1).map(folded)]])) };
}
