import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db";
import { tokensOf } from "@/lib/catalogue/understanding/tokens";
import { today } from "@/lib/clock";
import { type KnownWord, meantBy, shortest } from "./spelling";

/** A question spelt as the catalogue spells it; `sure` where it may be asked in place of the first, else it is only offered. */
export type Respelt = { q: string; sure: boolean };

const mostWords = 8;
const candidates = 60;

/**
 * Words that stand nowhere, neither in an offering nor as a place, are taken for slips. Null where all are known or none is near to one that is.
 * What is in quotes is meant as it stands.
 */
export async function respell(question: string): Promise<Respelt | null> {
  if (question.includes('"')) return null;
  const tokens = tokensOf(question).filter(({ folded }) => folded.length >= shortest && !/\p{N}/u.test(folded));
  const written = [...new Set(tokens.map(({ folded }) => folded))].slice(0, mostWords);
  if (written.length === 0) return null;
  const unknown = await findUnknown(written);
  if (unknown.length === 0) return null;
  const meant = new Map<string, { word: string; sure: boolean }>();
  for (const word of unknown) {
    const best = meantBy(word, await findAlike(word));
    if (best) meant.set(word, best);
  }
  if (meant.size === 0) return null;
  let q = "";
  let from = 0;
  for (const token of tokens) {
    const best = meant.get(token.folded);
    if (!best) continue;
    q += question.slice(from, token.from) + best.word;
    from = token.to;
  }
  return { q: q + question.slice(from), sure: [...meant.values()].every(({ sure }) => sure) };
}

/** A word that stood somewhere today is no slip today: most of what is typed is typed again. */
let known = { day: "", words: new Set<string>() };
const mostKnown = 50_000;

async function findUnknown(written: string[]): Promise<string[]> {
  if (known.day !== today() || known.words.size > mostKnown) known = { day: today(), words: new Set() };
  const { words } = known;
  const asked = written.filter((word) => !words.has(word));
  if (asked.length === 0) return [];
  const unknown = await askUnknown(asked);
  for (const word of asked) if (!unknown.includes(word)) words.add(word);
  return unknown;
}

async function askUnknown(written: string[]): Promise<string[]> {
  const rows = await db.execute<{ word: string }>(sql`
    select w.word from unnest(${sql.param(written)}::text[]) w(word)
    where not exists (select from spelling_words s where s.folded ~>=~ w.word and s.folded ~<~ (w.word || chr(1114111)))
      and not exists (select from places p where cairn_place(p.name) = w.word)
      and not exists (select from versions v join offerings o on o.current_version_id = v.id
        where v.search @@ to_tsquery('simple', quote_literal(w.word) || ':*') and o.status = 'published')`);
  return rows.map(({ word }) => word);
}

async function findAlike(word: string): Promise<KnownWord[]> {
  return await db.execute<KnownWord>(sql`
    select word, folded, offerings from spelling_words where folded % ${word}
    order by similarity(folded, ${word}) desc, offerings desc limit ${candidates}`);
}
