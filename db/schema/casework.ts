import { sql } from "drizzle-orm";
import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { applications } from "./applications";
import { organisations } from "./organisations";
import { people } from "./people";

/** By what an authority assesses applications: drafted, then published with a number and never changed. */
export const criteriaSets = pgTable(
  "criteria_sets",
  {
    id: uuid().primaryKey().defaultRandom(),
    authorityId: uuid()
      .notNull()
      .references(() => organisations.id),
    number: integer().notNull(),
    content: jsonb().$type<unknown>().notNull(),
    /** A draft has no day yet. */
    validFrom: date({ mode: "string" }),
    revision: integer().notNull().default(1),
    publishedById: uuid().references(() => people.id),
    publishedAt: timestamp({ withTimezone: true }),
    updatedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [unique("criteria_sets_number").on(t.authorityId, t.number)],
);

export const caseStage = pgEnum("case_stage", [
  "gateway",
  "assessment",
  "moderation",
  "decision",
  "representation",
  "reconsideration",
  "appeal",
  "hearing",
  "closed",
]);

/** Where the case of an application stands, as its acts have it: for queues. Written with each act and never read for a rule. */
export const cases = pgTable(
  "cases",
  {
    applicationId: uuid()
      .primaryKey()
      .references(() => applications.id),
    /** The version of the criteria that was in force when the application came in. */
    criteriaSetId: uuid()
      .notNull()
      .references(() => criteriaSets.id),
    stage: caseStage().notNull(),
    enteredOn: date({ mode: "string" }).notNull(),
    dueOn: date({ mode: "string" }).notNull(),
    /** In a window of the applicant: the last day on which a refusal can be contested in any way. */
    closesOn: date({ mode: "string" }),
    stopped: boolean().notNull().default(false),
    holderIds: uuid().array().notNull().default([]),
  },
  (t) => [index().on(t.stage, t.dueOn)],
);

/** What was done in a case, in order: never changed. */
export const caseActs = pgTable(
  "case_acts",
  {
    applicationId: uuid()
      .notNull()
      .references(() => applications.id),
    number: integer().notNull(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    on: date({ mode: "string" }).notNull(),
    act: jsonb().$type<unknown>().notNull(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.applicationId, t.number] }), index().on(t.personId)],
);

/** An assessment that is not handed in yet, as its assessor filled it in: no act, and read by nobody else. */
export const assessmentDrafts = pgTable(
  "assessment_drafts",
  {
    applicationId: uuid()
      .notNull()
      .references(() => applications.id),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    content: jsonb().$type<unknown>().notNull(),
    savedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.applicationId, t.personId] }), index().on(t.personId)],
);

/** What somebody said before they saw a case: that they are free, or why not. It stands. */
export const conflictDeclarations = pgTable(
  "conflict_declarations",
  {
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    applicationId: uuid()
      .notNull()
      .references(() => applications.id),
    /** Null: none. */
    conflict: text(),
    declaredAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.applicationId] })],
);

/** An assessor of another authority, asked into one case by a registrar of its own. It ends when it is taken back, or the case is decided. */
export const caseGuests = pgTable(
  "case_guests",
  {
    id: uuid().primaryKey().defaultRandom(),
    applicationId: uuid()
      .notNull()
      .references(() => applications.id),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    /** The authority for which they act at home: as somebody of another they are no guest. */
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    reason: text().notNull(),
    invitedAt: timestamp({ withTimezone: true }).notNull(),
    endedAt: timestamp({ withTimezone: true }),
  },
  (t) => [uniqueIndex("case_guests_once").on(t.applicationId, t.personId).where(sql`${t.endedAt} is null`), index().on(t.personId)],
);

export type CriteriaSetRow = typeof criteriaSets.$inferSelect;
