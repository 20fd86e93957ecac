import { bigserial, boolean, date, integer, jsonb, pgEnum, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { offerings } from "./offerings";
import { organisations, type Texts } from "./organisations";
import { daterange, tstzrange } from "./ranges";

export const decisionKind = pgEnum("decision_kind", [
  "register",
  "refuse",
  "accredit",
  "extend",
  "limit",
  "suspend",
  "reinstate",
  "withdraw",
  "correct",
]);

/** The act that creates or changes a registration or accreditation. Never edited, only superseded: a trigger refuses changes. */
export const decisions = pgTable("decisions", {
  id: uuid().primaryKey().defaultRandom(),
  kind: decisionKind().notNull(),
  authorityId: uuid()
    .notNull()
    .references(() => organisations.id),
  organisationId: uuid()
    .notNull()
    .references(() => organisations.id),
  decidedOn: date().notNull(),
  effectiveFrom: date().notNull(),
  /** The sentence that learners read. */
  statement: jsonb().$type<Texts>().notNull().default({}),
  documentUrl: text(),
  supersedesId: uuid(),
  recordedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
});

export const registrationStatus = pgEnum("registration_status", [
  "applied",
  "under-review",
  "registered",
  "refused",
  "suspended",
  "withdrawn",
]);

/**
 * What an authority holds about a provider. `valid` is when it holds, `recorded` is when the register knew it; two rows of
 * one provider and authority may not overlap in both (exclusion constraint).
 */
export const registrations = pgTable("registrations", {
  id: bigserial({ mode: "number" }).primaryKey(),
  providerId: uuid()
    .notNull()
    .references(() => organisations.id),
  authorityId: uuid()
    .notNull()
    .references(() => organisations.id),
  status: registrationStatus().notNull(),
  valid: daterange().notNull(),
  recorded: tstzrange().notNull(),
  decisionId: uuid()
    .notNull()
    .references(() => decisions.id),
});

export const accreditationEffect = pgEnum("accreditation_effect", ["full", "no-new-starts", "teach-out", "withdrawn"]);

/** A statement about an organisation by an accrediting body. A null scope column means: not limited in this respect. */
export const accreditations = pgTable("accreditations", {
  id: bigserial({ mode: "number" }).primaryKey(),
  /** The same for all rows that tell the history of one accreditation. */
  key: text().notNull(),
  organisationId: uuid()
    .notNull()
    .references(() => organisations.id),
  accreditingBodyId: uuid()
    .notNull()
    .references(() => organisations.id),
  title: jsonb().$type<Texts>().notNull(),
  type: text().notNull(),
  standard: text().notNull(),
  standardLabel: jsonb().$type<Texts>().notNull().default({}),
  eqfLevels: integer().array(),
  fields: text().array(),
  settings: text().array(),
  /** NUTS codes; a code covers all that begin with it. */
  jurisdictions: text().array(),
  offeringId: uuid().references(() => offerings.id),
  effect: accreditationEffect().notNull().default("full"),
  /** With no-new-starts: first day without new starts. With teach-out: last day. */
  effectOn: date(),
  valid: daterange().notNull(),
  /** True exactly where `valid` has no end: an end is a date or is stated as open, never just missing. */
  openEnded: boolean().notNull(),
  recorded: tstzrange().notNull(),
  decisionId: uuid().references(() => decisions.id),
  decisionUrl: text(),
  reportUrl: text(),
});

export type Decision = typeof decisions.$inferSelect;
export type Registration = typeof registrations.$inferSelect;
export type Accreditation = typeof accreditations.$inferSelect;
