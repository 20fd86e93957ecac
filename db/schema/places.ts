import { sql } from "drizzle-orm";
import { bigserial, doublePrecision, index, pgTable, text } from "drizzle-orm/pg-core";

/** Towns and villages of the country and its neighbours by name, for who searches near one: from GeoNames, and filled by `migrate`. */
export const places = pgTable(
  "places",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    /** ISO 3166-1, two letters. */
    country: text().notNull(),
    name: text().notNull(),
    latitude: doublePrecision().notNull(),
    longitude: doublePrecision().notNull(),
  },
  (t) => [index("places_by_name").using("btree", sql`cairn_place(${t.name}) text_pattern_ops`)],
);
