import { sql } from "drizzle-orm";
import { check, date, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { offerings } from "./offerings";
import { organisations } from "./organisations";
import { people } from "./people";

/** What stood of an offering when it came into a list, so that the list can say what has changed since. */
export type KeptState = {
  on: string;
  version: number;
  /** Why it was out of the catalogue, if it was. */
  notice: string | null;
  sessions: { id: string; startsOn: string | null; state: string; price: number | null; currency: string | null }[];
};

/**
 * Offerings that somebody put together. A list belongs to an organisation and one of its people, or to nobody: then whoever holds its secret
 * may change it. Either can be read by another link. Both secrets are kept as hashes.
 */
export const lists = pgTable(
  "lists",
  {
    id: uuid().primaryKey().defaultRandom(),
    /** By which one that belongs to nobody is changed. */
    secretHash: text().unique(),
    /** By which it is read; none while it is shared with nobody. */
    readHash: text().unique(),
    organisationId: uuid().references(() => organisations.id),
    personId: uuid().references(() => people.id, { onDelete: "set null" }),
    title: text().notNull().default(""),
    locale: text().notNull(),
    /** The last day on which it can be read by its link. */
    expiresOn: date(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    index().on(t.organisationId, t.personId),
    index().on(t.expiresOn),
    check("lists_owned", sql`(${t.secretHash} is null) = (${t.organisationId} is not null)`),
    // What belongs to nobody is there for a while only.
    check("lists_end", sql`${t.organisationId} is not null or ${t.expiresOn} is not null`),
  ],
);

export const listItems = pgTable(
  "list_items",
  {
    listId: uuid()
      .notNull()
      .references(() => lists.id, { onDelete: "cascade" }),
    /** One that an undone import deletes leaves its lists. */
    offeringId: uuid()
      .notNull()
      .references(() => offerings.id, { onDelete: "cascade" }),
    position: integer().notNull(),
    note: text().notNull().default(""),
    kept: jsonb().$type<KeptState>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.listId, t.offeringId] }), index().on(t.offeringId)],
);

export type ListRow = typeof lists.$inferSelect;
