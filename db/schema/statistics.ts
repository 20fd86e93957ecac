import { bigint, date, integer, jsonb, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";

/** Figures as they were last counted, so that no reader waits for it: for the country, a region or one authority, now (year 0) or at the end of a year. */
export const countedStatistics = pgTable(
  "counted_statistics",
  {
    /** `country`, `region:` with its code, or the id of an authority (lib/statistics/scope.ts). */
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

/**
 * Each figure at the end of each month, as the register knows it now: `counts` begins with the month `from`. Counted once a day; whatever is
 * stored can be deleted at any time.
 */
export const countedHistories = pgTable(
  "counted_histories",
  {
    /** As in `counted_statistics`. */
    scope: text().notNull(),
    code: text().notNull(),
    category: text().notNull(),
    part: text().notNull(),
    from: date().notNull(),
    counts: integer().array().notNull(),
  },
  (t) => [primaryKey({ name: "counted_histories_figure", columns: [t.scope, t.code, t.category, t.part] })],
);
