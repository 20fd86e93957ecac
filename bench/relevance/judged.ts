import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { factsInput } from "./facts";

export const languages = ["en", "nl", "fr", "de"] as const;

export const kinds = [
  "plain",
  "misspelt",
  "other-language",
  "filters",
  "occupation",
  "vague",
  "place",
  "provider",
  "abbreviation",
] as const;

/** One judged search: README.md says how it was judged. */
const judgedSearch = z.strictObject({
  /** The language of the pages on which it is typed. */
  language: z.enum(languages),
  kind: z.enum(kinds),
  /** As typed. */
  q: z.string().min(1),
  /** What its author wanted to find. */
  meant: z.string().min(1),
  /** What must hold of an answer beside its topic. */
  facts: factsInput.default({}),
  /** By the name of an offering (documents.ts), how well its topic answers: 3 exactly what was meant, 2 good, 1 related, 0 not. */
  grades: z.record(z.string(), z.int().min(0).max(3)),
});

export type JudgedSearch = z.output<typeof judgedSearch>;

/** `judged` is the one by which search was tuned; `unseen` was written afterwards, and nobody tunes by it. */
export const judgedSets = ["judged", "unseen"] as const;

export type JudgedSet = (typeof judgedSets)[number];

export const judgedFile = (set: JudgedSet) => path.resolve(`bench/relevance/${set}.jsonl`);

export function readJudged(set: JudgedSet): JudgedSearch[] {
  const lines = readFileSync(judgedFile(set), "utf8").trim().split("\n");
  return lines.map((line) => judgedSearch.parse(JSON.parse(line)));
}
