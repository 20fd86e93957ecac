import { sql } from "drizzle-orm";
import { bigint, bigserial, boolean, date, index, integer, jsonb, pgEnum, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { offerings } from "./offerings";
import { organisations, type Texts } from "./organisations";
import { people } from "./people";
import { daterange, tstzrange } from "./ranges";

/** What the register knows now is asked most; what it knew at a moment, by both at once. */
const known = sql`upper_inf(recorded)`;

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
  "record",
]);

/** The act that creates or changes a registration or accreditation. Never edited, only superseded: a trigger refuses changes. */
export const decisions = pgTable(
  "decisions",
  {
    id: uuid().primaryKey().defaultRandom(),
    /** By which people name it: "decision 1204". */
    number: bigint({ mode: "number" }).notNull().generatedByDefaultAsIdentity(),
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
    /** Why, for whoever is concerned and for the public. */
    reasons: jsonb().$type<Texts>().notNull().default({}),
    documentUrl: text(),
    supersedesId: uuid(),
    /** By when the authority looks at it again. */
    reviewOn: date(),
    /** All that it changes in the register, in order: `Change[]` of lib/decisions/decision.ts. The rows below follow from it. */
    changes: jsonb().$type<unknown[]>().notNull().default([]),
    /** Who signed; never public. */
    signedById: uuid().references(() => people.id),
    recordedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [index().on(t.organisationId, t.recordedAt), index().on(t.authorityId, t.recordedAt), index().on(t.supersedesId)],
);

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
export const registrations = pgTable(
  "registrations",
  {
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
  },
  (t) => [index("registrations_known").on(t.providerId).where(known), index("registrations_told").using("gist", t.providerId, t.recorded)],
);

export const accreditationEffect = pgEnum("accreditation_effect", ["full", "no-new-starts", "teach-out", "withdrawn"]);

/** A statement about an organisation by an accrediting body. A null scope column means: not limited in this respect. */
export const accreditations = pgTable(
  "accreditations",
  {
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
  },
  (t) => [
    index("accreditations_known").on(t.organisationId).where(known),
    index("accreditations_told").using("gist", t.organisationId, t.recorded),
  ],
);

export const restrictionEffect = pgEnum("restriction_effect", ["hidden", "no-new-starts", "teach-out", "warning"]);

/**
 * What an authority does not let a provider do, or warns of, in part of what it is accredited for: offerings within all parts of the scope.
 * A null scope column means: not limited in this respect. It ends with its decision's days, never later.
 */
export const restrictions = pgTable(
  "restrictions",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    /** The same for all rows that tell the history of one restriction. */
    key: text().notNull(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    eqfLevels: integer().array(),
    fields: text().array(),
    settings: text().array(),
    offeringId: uuid().references(() => offerings.id),
    effect: restrictionEffect().notNull(),
    /** With no-new-starts: first day without new starts. With teach-out: last day. */
    effectOn: date(),
    valid: daterange().notNull(),
    recorded: tstzrange().notNull(),
    decisionId: uuid()
      .notNull()
      .references(() => decisions.id),
  },
  (t) => [
    index().on(t.organisationId),
    index("restrictions_known").on(t.organisationId).where(known),
    index("restrictions_told").using("gist", t.organisationId, t.recorded),
  ],
);

export type Decision = typeof decisions.$inferSelect;
export type Registration = typeof registrations.$inferSelect;
export type Accreditation = typeof accreditations.$inferSelect;
export type Restriction = typeof restrictions.$inferSelect;
