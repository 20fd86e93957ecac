import { sql } from "drizzle-orm";
import { boolean, check, date, index, integer, jsonb, numeric, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { offerings, sessions } from "./offerings";
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
 * Offerings that somebody put together. A list belongs to nobody, then whoever holds its secret may change it; or to a guidance service and one
 * of its counsellors, for a client whom its title does not name, or to all of the service as a template. Either can be read by another link.
 * Both secrets are kept as hashes. The bounds of the plan say what the client can give, and nothing of who they are.
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
    /** Of a service's, what its counsellors begin new lists from. */
    isTemplate: boolean().notNull().default(false),
    /** What the client can give, and which prices they pay; null is no bound. */
    hoursPerWeek: integer(),
    budget: numeric({ precision: 10, scale: 2, mode: "number" }),
    learnerGroup: text().notNull().default("everyone"),
    /** The first day on which the client can begin; null is the day on which the plan is read. */
    startsFrom: date(),
    /** Since when it can be read by its link. */
    sharedAt: timestamp({ withTimezone: true }),
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
    check("lists_template", sql`not ${t.isTemplate} or (${t.organisationId} is not null and ${t.readHash} is null)`),
    check("lists_bounds", sql`${t.hoursPerWeek} between 1 and 168 and ${t.budget} >= 0`),
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
    /** The session that the plan goes by; null where none is chosen, or where it is no more. */
    sessionId: uuid().references(() => sessions.id, { onDelete: "set null" }),
    kept: jsonb().$type<KeptState>().notNull(),
    /** The changes that the counsellor was told of, so that they are told once. */
    told: jsonb().$type<unknown[]>().notNull().default([]),
  },
  (t) => [primaryKey({ columns: [t.listId, t.offeringId] }), index().on(t.offeringId)],
);

/** How often the people of a guidance service used its desk for something on a day; nobody and no list stands in it. */
export const guidanceUses = pgTable(
  "guidance_uses",
  {
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    day: date().notNull(),
    /** One of lib/guidance/use.ts. */
    what: text().notNull(),
    count: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.day, t.what] })],
);

export type ListRow = typeof lists.$inferSelect;
