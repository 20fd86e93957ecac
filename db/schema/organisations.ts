import { sql } from "drizzle-orm";
import {
  bigint,
  bigserial,
  date,
  doublePrecision,
  index,
  jsonb,
  pgEnum,
  pgTable,
  pgView,
  text,
  timestamp,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { daterange, tstzrange } from "./ranges";

/** One text in several languages, keyed by ISO 639-1 code. */
export type Texts = Partial<Record<string, string>>;

export const organisationRole = pgEnum("organisation_role", [
  "provider",
  "awarding-body",
  "competent-authority",
  "quality-agency",
  "guidance-service",
  "recognition-body",
]);

/** A legal body. What it is called and how others number it changes over time and stands in tables of their own. */
export const organisations = pgTable("organisations", {
  id: uuid().primaryKey().defaultRandom(),
  slug: text().notNull().unique(),
  roles: organisationRole().array().notNull(),
  /** Recommendation 5(b); only providers have one. */
  providerType: text(),
  description: jsonb().$type<Texts>().notNull().default({}),
  homepage: text(),
  email: text(),
  phone: text(),
  street: text(),
  postalCode: text(),
  town: text(),
  country: text().notNull(),
  /** Most detailed NUTS code of the seat. */
  nuts: text(),
  latitude: doublePrecision(),
  longitude: doublePrecision(),
  /** What the provider says once for its whole catalogue; the offerings in it may say otherwise. */
  statements: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
});

/** Legal names by language, each for the days on which it held, as known at a time: two clocks, as in the register. */
export const organisationNames = pgTable(
  "organisation_names",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    name: jsonb().$type<Texts>().notNull(),
    valid: daterange().notNull(),
    recorded: tstzrange().notNull().default(sql`tstzrange(now(), null)`),
  },
  (t) => [index().on(t.organisationId)],
);

/** The names as the register knows them now: a view, which a migration makes. */
export const knownNames = pgView("known_names", {
  id: bigint("id", { mode: "number" }).notNull(),
  organisationId: uuid("organisation_id").notNull(),
  name: jsonb("name").$type<Texts>().notNull(),
  valid: daterange("valid").notNull(),
}).existing();

export const organisationIdentifiers = pgTable(
  "organisation_identifiers",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    /** deqarinst, eter, schac, ror, pic, vat, national, eidas; eqar and agency are numbers of quality agencies and at them */
    scheme: text().notNull(),
    value: text().notNull(),
    valid: daterange().notNull(),
    /** Whence it is known, where a file said it and an officer confirmed it: the agency and the name of its report. */
    source: text(),
  },
  (t) => [index().on(t.organisationId)],
);

export const successionKind = pgEnum("succession_kind", ["renamed", "merged", "absorbed", "split"]);

export const organisationSuccessions = pgTable(
  "organisation_successions",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    predecessorId: uuid()
      .notNull()
      .references(() => organisations.id),
    successorId: uuid()
      .notNull()
      .references(() => organisations.id),
    kind: successionKind().notNull(),
    on: date().notNull(),
  },
  (t) => [unique().on(t.predecessorId, t.successorId)],
);

export type Organisation = typeof organisations.$inferSelect;
