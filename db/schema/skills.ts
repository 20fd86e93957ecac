import { sql } from "drizzle-orm";
import { check, index, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { Texts } from "./organisations";
import { tsvector } from "./ranges";

/** Other names of a concept, in each language the likeliest first. */
export type Names = Partial<Record<string, string[]>>;

/** What ESCO says of any concept. One that a newer release leaves out stays, since offerings may name it. */
const concept = () => ({
  uri: text().primaryKey(),
  /** The last part of the address, by which our own pages name it. */
  id: text().notNull().generatedAlwaysAs(sql`regexp_replace(uri, '^.*/', '')`),
  code: text(),
  labels: jsonb().$type<Texts>().notNull().default({}),
  alternatives: jsonb().$type<Names>().notNull().default({}),
  descriptions: jsonb().$type<Texts>().notNull().default({}),
  status: text().notNull().default("released"),
  /** The concept that takes its place, where ESCO says so. */
  replacedBy: text(),
  /** By every name it has. */
  names: tsvector().generatedAlwaysAs(sql`to_tsvector('simple', cairn_fold(cairn_concept_words(labels, alternatives, 1000)))`),
});

/** ESCO's skills and pieces of knowledge, and the groups in which it puts them. */
export const skills = pgTable(
  "skills",
  {
    ...concept(),
    kind: text().notNull(),
    reuse: text(),
    /** By what words a catalogue's search finds what teaches it: few of each language (lib/skills/words.ts says the same). */
    words: text().generatedAlwaysAs(sql`cairn_concept_words(labels, alternatives, 2)`),
  },
  (t) => [check("skills_kind", sql`${t.kind} in ('skill', 'knowledge', 'group')`), index().on(t.id), index().using("gin", t.names)],
);

/** ESCO's occupations; `code` is ESCO's, which begins with ISCO-08's. */
export const occupations = pgTable("occupations", concept(), (t) => [index().on(t.id), index().using("gin", t.names)]);

/** What is broader than what. Files come in any order, so neither end need be there yet. */
export const broaderSkills = pgTable("broader_skills", { skill: text().notNull(), broader: text().notNull() }, (t) => [
  primaryKey({ columns: [t.skill, t.broader] }),
  index().on(t.broader),
]);

/** Which skills an occupation needs, essential or optional. */
export const occupationSkills = pgTable(
  "occupation_skills",
  { occupation: text().notNull(), skill: text().notNull(), need: text().notNull() },
  (t) => [
    primaryKey({ columns: [t.occupation, t.skill] }),
    index().on(t.skill),
    check("occupation_skills_need", sql`${t.need} in ('essential', 'optional')`),
  ],
);
