import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigserial,
  date,
  index,
  integer,
  jsonb,
  numeric,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { organisations, type Texts } from "./organisations";
import { tstzmultirange, tsvector } from "./ranges";

export const publicationStatus = pgEnum("publication_status", ["draft", "published", "withdrawn", "archived"]);

/** What the list of those who keep a catalogue says of a document, worked out as it is written. */
export type Listed = {
  title: Texts;
  original: string;
  eqf: number | null;
  fields: string[];
  setting: string | null;
  /** The elements of Annex I that are not stated. */
  absent: string[];
  /** A translation is behind its original. */
  stale: boolean;
};

const listed = () => jsonb().$type<Listed>().notNull().generatedAlwaysAs(sql`cairn_listed(content)`);

/** What can be learned and is certified by a microcredential. What it says stands in its versions. */
export const offerings = pgTable(
  "offerings",
  {
    id: uuid().primaryKey().defaultRandom(),
    slug: text().notNull().unique(),
    providerId: uuid()
      .notNull()
      .references(() => organisations.id),
    /** The provider's own id. One live offering holds it; one that was superseded gives it up to its successor. */
    externalId: text().notNull(),
    status: publicationStatus().notNull().default("draft"),
    currentVersionId: uuid(),
    /** The offering that took this one's place because ECTS or outcomes changed (design: identity rule). */
    supersededById: uuid().references((): AnyPgColumn => offerings.id),
    /** When the public may see it: derived from version, registration and accreditations, in lib/visibility. */
    visible: tstzmultirange().notNull().default("{}"),
    withdrawnReason: jsonb().$type<Texts>(),
    withdrawnAt: timestamp({ withTimezone: true }),
    firstPublishedAt: timestamp({ withTimezone: true }),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [index().on(t.providerId), index().on(t.currentVersionId), index().on(t.supersededById)],
);

/** The immutable published state of an offering: a trigger refuses changes. The columns beside `content` are its searchable facts. */
export const versions = pgTable(
  "versions",
  {
    id: uuid().primaryKey().defaultRandom(),
    offeringId: uuid()
      .notNull()
      .references(() => offerings.id),
    number: integer().notNull(),
    effectiveFrom: date().notNull(),
    publishedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    content: jsonb().$type<unknown>().notNull(),
    title: text().notNull(),
    eqf: integer().notNull(),
    ects: numeric({ precision: 6, scale: 2, mode: "number" }),
    hours: numeric({ precision: 7, scale: 1, mode: "number" }),
    /** ISCED-F codes with all their broader codes, so that a filter on any depth is one containment test. */
    fields: text().array().notNull(),
    modes: text().array().notNull(),
    languages: text().array().notNull(),
    quality: text().array().notNull(),
    setting: text(),
    completeness: integer().notNull(),
    searchText: text().notNull(),
    search: tsvector().generatedAlwaysAs(sql`to_tsvector('simple', cairn_fold(search_text))`),
    listed: listed(),
    /** What statistics count of the document (lib/statistics/keys.ts), so that none has to be unpacked for it. */
    stated: jsonb().$type<unknown>().notNull().generatedAlwaysAs(sql`cairn_stated(content)`),
  },
  (t) => [
    unique().on(t.offeringId, t.number),
    index().using("gin", t.search),
    index("versions_skills_index").using("gin", sql`cairn_taught(${t.content})`),
  ],
);

/** The one named next state of an offering that is being edited; a draft is an offering that has only this. */
export const pendingVersions = pgTable("pending_versions", {
  offeringId: uuid()
    .primaryKey()
    .references(() => offerings.id),
  content: jsonb().$type<unknown>().notNull(),
  /** Raised by every save, so that a second editor cannot overwrite unseen. */
  revision: integer().notNull().default(1),
  updatedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  /** Who saved it last: a person, a key, an import (lib/auth: Actor). */
  updatedBy: text(),
  /** The day on which it is to be published, and by whose order. */
  publishOn: date(),
  publishBy: text(),
  listed: listed(),
});

export type Place = { town: string; postalCode?: string; address?: string; nuts?: string; latitude?: number; longitude?: number };

/** One run of an offering. Empty `modes` or `languages` mean: those of the offering. */
export const sessions = pgTable(
  "sessions",
  {
    id: uuid().primaryKey().defaultRandom(),
    offeringId: uuid()
      .notNull()
      .references(() => offerings.id),
    externalId: text().notNull(),
    startsOn: date(),
    endsOn: date(),
    schedule: text(),
    times: jsonb().$type<Texts>().notNull().default({}),
    modes: text().array().notNull().default([]),
    languages: text().array().notNull().default([]),
    places: jsonb().$type<Place[]>().notNull().default([]),
    seats: integer(),
    /** As the provider last said; 0 is full, null is not stated. */
    seatsLeft: integer(),
    url: text(),
    cancelledOn: date(),
    confirmedOn: date(),
    updatedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [unique().on(t.offeringId, t.externalId)],
);

/** Days on which one can enrol, first and last included. */
export const enrolmentWindows = pgTable(
  "enrolment_windows",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    sessionId: uuid()
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    opensOn: date(),
    closesOn: date(),
  },
  (t) => [index().on(t.sessionId)],
);

/** What one pays, by learner group; `everyone` is the price without any claim. */
export const sessionPrices = pgTable(
  "session_prices",
  {
    sessionId: uuid()
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    learnerGroup: text().notNull(),
    amount: numeric({ precision: 10, scale: 2, mode: "number" }).notNull(),
    currency: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.sessionId, t.learnerGroup] })],
);

export const verifiedField = pgEnum("verified_field", ["level", "credits", "quality"]);

/** What somebody else than the provider found true of one version: beside "declared", this is "verified". */
export const verifications = pgTable(
  "verifications",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    offeringId: uuid()
      .notNull()
      .references(() => offerings.id),
    versionNumber: integer().notNull(),
    field: verifiedField().notNull(),
    value: text().notNull(),
    verifiedById: uuid()
      .notNull()
      .references(() => organisations.id),
    verifiedOn: date().notNull(),
    evidenceUrl: text(),
    recordedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [unique().on(t.offeringId, t.versionNumber, t.field, t.verifiedById)],
);

export type Offering = typeof offerings.$inferSelect;
export type Version = typeof versions.$inferSelect;
export type Session = typeof sessions.$inferSelect;
export type EnrolmentWindow = typeof enrolmentWindows.$inferSelect;
export type SessionPrice = typeof sessionPrices.$inferSelect;
export type Verification = typeof verifications.$inferSelect;
