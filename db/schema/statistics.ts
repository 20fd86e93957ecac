import { bigint, integer, jsonb, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";

/** Figures as they were last counted, so that no reader waits for it: for the country or one authority, now (year 0) or at the end of a year. */
export const countedStatistics = pgTable(
  "counted_statistics",
  {
    /** `country`, or the id of an authority. */
    scope: text().notNull(),
    year: integer().notNull(),
    counts: jsonb().$type<unknown>().notNull(),
    providers: jsonb().$type<unknown>().notNull(),
    countedAt: timestamp({ withTimezone: true }).notNull(),
    /** The last event that they know of. */
    through: bigint({ mode: "number" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.scope, t.year] })],
);
