import type { Params } from "@/lib/catalogue/query";
import { folded } from "@/lib/synonyms/synonym";
import { type Known, readers } from "./readers";
import { type Token, tokensOf } from "./tokens";

/** What the words of a question say: the words that are left to search for, the filters that others are, and these as they were written. */
export type Understood = { rest: string; filters: Params; words: string[] };

/** Words that are left over between filters and say nothing alone. */
const ties = new Set(
  "and or with for in at of en et und of met voor in op om te de avec pour dans sur a au mit fur von zu im am bei".split(" "),
);

/**
 * Words of a question that are level, credits, language, mode, price, place or time become filters (design, section 7). What it leaves is
 * understood no further: what brings two words together that were apart is read as well.
 */
export function understand(question: string, known: Known): Understood {
  let rest = question;
  const filters: Params = {};
  const words: string[] = [];
  for (let found = readOnce(rest, known); found.words.length > 0; found = readOnce(rest, known)) {
    rest = found.rest;
    words.push(...found.words);
    for (const [name, value] of Object.entries(found.filters))
      filters[name] = several.has(name) ? [filters[name] ?? [], value ?? []].flat() : value;
  }
  return { rest, filters, words };
}

const several = new Set(["eqf", "lang", "mode", "schedule", "region", "funding", "credential"]);

function readOnce(question: string, known: Known): Understood {
  const tokens = tokensOf(question);
  const filters: Params = {};
  const taken: [from: Token, to: Token][] = [];
  for (let at = 0; at < tokens.length; at++) {
    const [best] = readers.flatMap((read) => read(tokens, at, known) ?? []).sort((a, b) => b.length - a.length);
    const [first, last] = [tokens[at], tokens[at + (best?.length ?? 0) - 1]];
    if (!best || !first || !last) continue;
    taken.push([first, last]);
    for (const [name, value] of Object.entries(best.filters))
      filters[name] = several.has(name) ? [filters[name] ?? [], value ?? []].flat() : (filters[name] ?? value);
    at += best.length - 1;
  }
  if (taken.length === 0) return { rest: question, filters, words: [] };
  const words = taken.map(([first, last]) => question.slice(first.from, last.to));
  return { rest: untie(cut(question, taken)), filters, words };
}

function cut(question: string, taken: [Token, Token][]): string {
  let left = "";
  let from = 0;
  for (const [first, last] of taken) {
    left += `${question.slice(from, first.from)} `;
    from = last.to;
  }
  return left + question.slice(from);
}

/** Without what tied the words taken out to the others. */
export function untie(text: string): string {
  const words = text
    .replace(/(^|\s)[\s,;.:!?&+/–-]+(?=\s|$)/gu, " ")
    .trim()
    .split(/\s+/);
  while (ties.has(folded(words[0] ?? ""))) words.shift();
  while (ties.has(folded(words.at(-1) ?? ""))) words.pop();
  return words
    .join(" ")
    .replace(/^[,;.:]+|[,;.:]+$/g, "")
    .trim();
}
