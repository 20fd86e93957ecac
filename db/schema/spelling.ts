import { sql } from "drizzle-orm";
import { index, integer, pgTable, text } from "drizzle-orm/pg-core";

/**
 * The words of titles, keywords and names that a search can find, for who misspells one. Gathered by the worker now and then; it can be deleted at
 * any time.
 */
export const spellingWords = pgTable(
  "spelling_words",
  {
    /** In small letters, with its accents. */
    word: text().primaryKey(),
    folded: text().notNull(),
    /** How many offerings have it in a title or among their keywords. */
    offerings: integer().notNull(),
  },
  (t) => [
    index("spelling_words_like").using("gin", sql`${t.folded} gin_trgm_ops`),
    index("spelling_words_from").using("btree", sql`${t.folded} text_pattern_ops`),
  ],
);
