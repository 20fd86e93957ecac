import { sql } from "drizzle-orm";
import { check, date, index, jsonb, pgEnum, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { KeptState } from "./lists";
import { offerings } from "./offerings";
import { organisations } from "./organisations";

export const followPace = pgEnum("follow_pace", ["at-once", "weekly"]);

/** What was known of it when it was last looked at: of an offering its state, of a provider its standing, of a search what was told lately. */
export type FollowSeen = { kept?: KeptState; standing?: string; told?: string[] };

/**
 * Somebody without an account who wants to be told by e-mail: what is new in a search, or what changes of an offering or a provider. The address
 * stands here for as long as that is wanted and nowhere else; ending it deletes the row.
 */
export const follows = pgTable(
  "follows",
  {
    id: uuid().primaryKey().defaultRandom(),
    email: text().notNull(),
    locale: text().notNull(),
    pace: followPace().notNull(),
    /** The search, as its address writes it: one search has one text. */
    search: text(),
    offeringId: uuid().references(() => offerings.id, { onDelete: "cascade" }),
    providerId: uuid().references(() => organisations.id, { onDelete: "cascade" }),
    /** Of the mailed link that confirms it; gone once it did. */
    confirmHash: text().unique(),
    confirmedAt: timestamp({ withTimezone: true }),
    /** By which it is ended from a mail. In clear, since every mail carries it; it opens nothing but the end. */
    key: text().notNull().unique(),
    seen: jsonb().$type<FollowSeen>().notNull().default({}),
    /** Until when what happened has been looked at, and on which day by the calendar. */
    lookedAt: timestamp({ withTimezone: true }),
    lookedOn: date(),
    toldAt: timestamp({ withTimezone: true }),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    index().on(t.email),
    index().on(t.offeringId),
    index().on(t.providerId),
    check("follows_one_thing", sql`num_nonnulls(${t.search}, ${t.offeringId}, ${t.providerId}) = 1`),
    check("follows_confirmed_once", sql`(${t.confirmHash} is null) = (${t.confirmedAt} is not null)`),
  ],
);

export type FollowRow = typeof follows.$inferSelect;
