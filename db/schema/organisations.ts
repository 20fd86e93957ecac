import { sql } from "drizzle-orm";
import { bigint, bigserial, doublePrecision, index, jsonb, pgEnum, pgTable, pgView, text, timestamp, uuid } from "drizzle-orm/pg-core";
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

/** Names, identifiers and successions stand on two clocks, as what is decided does. */
const recorded = tstzrange().notNull().default(sql`tstzrange(now(), null)`);
/** The decision that recorded it. There is none behind the names of those whom nobody registers, and behind what a file of reports brought. */
const decisionId = uuid();

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
    recorded,
    decisionId,
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
    recorded,
    decisionId,
  },
  (t) => [index().on(t.organisationId)],
);

/** The identifiers as the register knows them now: a view, which a migration makes. */
export const knownIdentifiers = pgView("known_identifiers", {
  id: bigint("id", { mode: "number" }).notNull(),
  organisationId: uuid("organisation_id").notNull(),
  scheme: text("scheme").notNull(),
  value: text("value").notNull(),
  valid: daterange("valid").notNull(),
}).existing();

export const successionKind = pgEnum("succession_kind", ["renamed", "merged", "absorbed", "split"]);

/** One organisation follows another, from the first of its days on. */
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
    valid: daterange().notNull(),
    recorded,
    decisionId,
  },
  (t) => [index().on(t.predecessorId), index().on(t.successorId)],
);

export type Organisation = typeof organisations.$inferSelect;
