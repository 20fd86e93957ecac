import { sql } from "drizzle-orm";
import { index, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import { xid8 } from "./ranges";

/**
 * What public pages are drawn from and has changed, by the transaction that changed it. Triggers write it (db/migrations), the page store
 * reads it (bin/changes.mjs), and the worker forgets it after an hour. What a source is called: lib/sources/sources.ts.
 */
export const changes = pgTable(
  "changes",
  {
    xid: xid8().notNull().default(sql`pg_current_xact_id()`),
    source: text().notNull(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.xid, t.source] }), index().on(t.at)],
);
