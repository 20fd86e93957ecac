import { sql } from "drizzle-orm";
import { check, jsonb, pgEnum, pgTable, smallint, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { daterange } from "./ranges";

export const termKind = pgEnum("term_kind", ["level", "label"]);

/**
 * What a national level or a quality label is called, from a day to a day. A rename ends one row and begins the next, so that every day
 * keeps the name that it had; rows are never deleted, and so no code is ever another's. Of a level that the country's file names there is
 * a row only once it was changed.
 */
export const vocabularyTerms = pgTable(
  "vocabulary_terms",
  {
    id: uuid().primaryKey().defaultRandom(),
    kind: termKind().notNull(),
    /** A level's begins with its framework: `flemish/5`. A label's begins with `label-`. */
    code: text().notNull(),
    names: jsonb().$type<Record<string, string>>().notNull(),
    /** The EQF level that a national level corresponds to. */
    eqf: smallint(),
    /** Who gives a label, and where it is explained. */
    givenBy: text(),
    url: text(),
    valid: daterange().notNull(),
    addedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    check("vocabulary_terms_valid_not_empty", sql`not isempty(${t.valid})`),
    check("vocabulary_terms_code", sql`${t.code} ~ '^[a-z0-9-]+/[a-z0-9+-]+$' or ${t.code} ~ '^label-[a-z0-9-]+$'`),
    check(
      "vocabulary_terms_of_its_kind",
      sql`case ${t.kind} when 'level' then ${t.eqf} between 1 and 8 and ${t.givenBy} is null else ${t.eqf} is null and ${t.givenBy} is not null end`,
    ),
  ],
);

export type VocabularyTerm = typeof vocabularyTerms.$inferSelect;
