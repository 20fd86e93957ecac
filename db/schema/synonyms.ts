import { sql } from "drizzle-orm";
import { check, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { daterange } from "./ranges";

/**
 * Words that search takes for one another, from a day to a day: those of `words` for each other, or, where there are `means`, these too
 * for whoever asks by one of `words`, and not the other way round.
 */
export const searchSynonyms = pgTable(
  "search_synonyms",
  {
    id: uuid().primaryKey().defaultRandom(),
    /** ISO 639-1, or `mul` for what is the same in several languages. */
    language: text().notNull(),
    words: text().array().notNull(),
    means: text().array().notNull().default([]),
    valid: daterange().notNull(),
    addedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    check("search_synonyms_two_words", sql`cardinality(${t.words}) > 0 and cardinality(${t.words}) + cardinality(${t.means}) > 1`),
    check("search_synonyms_valid_not_empty", sql`not isempty(${t.valid})`),
  ],
);

export type SearchSynonyms = typeof searchSynonyms.$inferSelect;
