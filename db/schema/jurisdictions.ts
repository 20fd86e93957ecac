import { sql } from "drizzle-orm";
import { bigserial, check, date, index, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";

/**
 * That a region belongs to other authorities from a day on. The country's file says what holds before; nothing here is changed or taken
 * away, and of two changes for one day the later one holds.
 */
export const jurisdictionChanges = pgTable(
  "jurisdiction_changes",
  {
    id: uuid().primaryKey().defaultRandom(),
    /** In which order they were said. */
    number: bigserial({ mode: "number" }).notNull().unique(),
    /** A NUTS code; it covers all that begin with it, but for those of which something is said by itself. */
    code: text().notNull(),
    /** The slugs of those who answer for it; none where that is stated. */
    authorities: text().array().notNull(),
    validFrom: date({ mode: "string" }).notNull(),
    reason: text().notNull(),
    /** A person's id, of whoever may be gone by now: what is written once is not changed for that. */
    decidedById: uuid(),
    recordedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [index().on(t.validFrom), check("jurisdiction_changes_code", sql`${t.code} ~ '^[A-Z]{2}[0-9A-Z]{0,3}$'`)],
);

export type JurisdictionChange = typeof jurisdictionChanges.$inferSelect;
