import { sql } from "drizzle-orm";
import { bigserial, index, jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";

/**
 * Everything that people and machines did, written in the same transaction as the change. It is the audit trail, the search
 * indexer's queue and the change feed.
 */
export const events = pgTable(
  "events",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    type: text().notNull(),
    /** offering, organisation or import: what `subjectId` is the id of. */
    subject: text().notNull(),
    subjectId: uuid().notNull(),
    organisationId: uuid(),
    actor: text().notNull(),
    before: jsonb().$type<unknown>(),
    after: jsonb().$type<unknown>(),
    happenedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    // A flag and not a "last seen id": ids are handed out before commit, so a reader can overtake a slow writer.
    indexedAt: timestamp({ withTimezone: true }),
  },
  (t) => [index("events_waiting").on(t.id).where(sql`${t.indexedAt} is null`), index().on(t.subjectId)],
);

export type Event = typeof events.$inferSelect;
