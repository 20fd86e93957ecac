import type { Names, Texts } from "@/db/schema";

const alternatives = 2;

/** By what words search finds what teaches a skill, in one language: its label and few other names. As `cairn_concept_words` says in SQL. */
export function wordsOf(skill: { labels: Texts; alternatives: Names }, language: string): string[] {
  return [skill.labels[language], ...(skill.alternatives[language] ?? []).slice(0, alternatives)].flatMap((name) => name ?? []);
}
