import { boolean, date, index, integer, jsonb, pgEnum, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { imports } from "./imports";
import { organisations } from "./organisations";
import { people } from "./people";

/** Each may do what the one before it may, and more. */
export const apiKeyScope = pgEnum("api_key_scope", ["read", "write", "publish"]);

/** By which a provider's machine writes. The secret is shown once; only its hash is kept. */
export const apiKeys = pgTable(
  "api_keys",
  {
    id: uuid().primaryKey().defaultRandom(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    name: text().notNull(),
    /** The first characters, by which people tell keys apart. */
    start: text().notNull(),
    secretHash: text().notNull().unique(),
    scope: apiKeyScope().notNull(),
    createdById: uuid().references(() => people.id),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    expiresOn: date().notNull(),
    lastUsedAt: timestamp({ withTimezone: true }),
    revokedAt: timestamp({ withTimezone: true }),
  },
  (t) => [index().on(t.organisationId)],
);

/** What a request with an Idempotency-Key was answered, so that asking again changes nothing. */
export const idempotentAnswers = pgTable(
  "idempotent_answers",
  {
    apiKeyId: uuid()
      .notNull()
      .references(() => apiKeys.id, { onDelete: "cascade" }),
    key: text().notNull(),
    requestHash: text().notNull(),
    /** Empty while the first request is still at work. */
    status: integer(),
    body: jsonb().$type<unknown>(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.apiKeyId, t.key] }), index().on(t.createdAt)],
);

export const harvestSchedule = pgEnum("harvest_schedule", ["hourly", "daily", "weekly", "by-hand"]);

/** An address at which a provider keeps its catalogue, to be fetched by a schedule. */
export const harvestSources = pgTable(
  "harvest_sources",
  {
    id: uuid().primaryKey().defaultRandom(),
    providerId: uuid()
      .notNull()
      .references(() => organisations.id),
    name: text().notNull(),
    url: text().notNull(),
    /** The reader that understands it (lib/harvest). */
    format: text().notNull(),
    mapping: jsonb().$type<unknown>(),
    schedule: harvestSchedule().notNull(),
    /** Days for which a record that the feed no longer has is kept before it becomes a draft. */
    graceDays: integer().notNull().default(14),
    paused: boolean().notNull().default(false),
    etag: text(),
    lastModified: text(),
    nextRunAt: timestamp({ withTimezone: true }),
    createdById: uuid().references(() => people.id),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    removedAt: timestamp({ withTimezone: true }),
  },
  (t) => [index().on(t.providerId)],
);

export const harvestStatus = pgEnum("harvest_status", ["running", "done", "unchanged", "failed"]);

/** One fetch: what was answered, what became of it. */
export const harvestRuns = pgTable(
  "harvest_runs",
  {
    id: uuid().primaryKey().defaultRandom(),
    sourceId: uuid()
      .notNull()
      .references(() => harvestSources.id),
    status: harvestStatus().notNull().default("running"),
    test: boolean().notNull().default(false),
    startedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    finishedAt: timestamp({ withTimezone: true }),
    httpStatus: integer(),
    bytes: integer(),
    /** The import that took it in. */
    importId: uuid().references(() => imports.id),
    /** A problem and what stood there. */
    problem: jsonb().$type<unknown>(),
    /** How many records disappeared, came back, became drafts. */
    counts: jsonb().$type<Record<string, number>>().notNull().default({}),
  },
  (t) => [index().on(t.sourceId, t.startedAt)],
);

/** Which records a feed had when it was last fetched whole. */
export const harvestRecords = pgTable(
  "harvest_records",
  {
    sourceId: uuid()
      .notNull()
      .references(() => harvestSources.id, { onDelete: "cascade" }),
    externalId: text().notNull(),
    lastSeenAt: timestamp({ withTimezone: true }).notNull(),
    missingSince: date(),
    /** When the feed's offering was withdrawn because of that; one that was withdrawn at another moment, somebody else withdrew. */
    withdrawnAt: timestamp({ withTimezone: true }),
  },
  (t) => [primaryKey({ columns: [t.sourceId, t.externalId] })],
);

export type ApiKey = typeof apiKeys.$inferSelect;
export type HarvestSource = typeof harvestSources.$inferSelect;
export type HarvestRun = typeof harvestRuns.$inferSelect;
