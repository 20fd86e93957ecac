import { sql } from "drizzle-orm";
import { bigint, date, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { offerings } from "./offerings";
import { organisations } from "./organisations";
import { people } from "./people";

/** How far an authority has looked at an offering, and what the last look of the machine found changed since. */
export const monitored = pgTable(
  "monitored",
  {
    offeringId: uuid()
      .primaryKey()
      .references(() => offerings.id),
    /** The version that somebody has seen; none where nobody has looked yet. */
    acknowledgedNumber: integer().notNull().default(0),
    acknowledgedAt: timestamp({ withTimezone: true }),
    acknowledgedById: uuid().references(() => organisations.id),
    /** The version and day of the last look for flags. */
    flaggedNumber: integer().notNull().default(0),
    flaggedOn: date(),
    /** What the last look rested on: as long as it is the same, another look would say the same (lib/monitoring/basis.ts). */
    basis: text(),
    /** The fields that differ from the acknowledged version, and the order in which to look (lib/monitoring/risk.ts). */
    changed: text().array().notNull().default([]),
    reopensReview: integer().notNull().default(0),
    risk: integer().notNull().default(0),
  },
  (t) => [index().on(t.flaggedOn, t.flaggedNumber)],
);

/** What a rule found odd (lib/monitoring/flags.ts). Open until it is gone; one that was dismissed stays quiet as long as it says the same. */
export const monitoringFlags = pgTable(
  "monitoring_flags",
  {
    id: uuid().primaryKey().defaultRandom(),
    offeringId: uuid()
      .notNull()
      .references(() => offerings.id),
    versionNumber: integer().notNull(),
    kind: text().notNull(),
    values: jsonb().$type<Record<string, string | number>>().notNull(),
    foundAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    goneAt: timestamp({ withTimezone: true }),
    dismissedAt: timestamp({ withTimezone: true }),
    dismissedById: uuid().references(() => people.id, { onDelete: "set null" }),
    dismissedReason: text(),
  },
  (t) => [uniqueIndex("monitoring_flags_one_open").on(t.offeringId, t.kind).where(sql`${t.goneAt} is null`)],
);

/** What an officer said to the provider about a version, or handed on to another authority. */
export const monitoringNotes = pgTable(
  "monitoring_notes",
  {
    id: uuid().primaryKey().defaultRandom(),
    offeringId: uuid()
      .notNull()
      .references(() => offerings.id),
    versionNumber: integer().notNull(),
    authorityId: uuid()
      .notNull()
      .references(() => organisations.id),
    personId: uuid().references(() => people.id, { onDelete: "set null" }),
    /** Another authority, where it is shared; the provider otherwise. */
    sharedWithId: uuid().references(() => organisations.id),
    text: text().notNull(),
    writtenAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [index().on(t.offeringId), index().on(t.sharedWithId)],
);

/** Fingerprints of an offering's texts: what shares a band is compared word by word (lib/monitoring/copies.ts). */
export const textBands = pgTable(
  "text_bands",
  {
    offeringId: uuid()
      .notNull()
      .references(() => offerings.id),
    band: integer().notNull(),
    hash: bigint({ mode: "number" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.offeringId, t.band] }), index().on(t.band, t.hash)],
);
