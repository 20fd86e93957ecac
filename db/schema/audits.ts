import { sql } from "drizzle-orm";
import {
  bigserial,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { type AuditStandard, auditPlans } from "./audit-plans";
import { decisionDrafts } from "./deciding";
import { offerings, versions } from "./offerings";
import { organisations, type Texts } from "./organisations";
import { people } from "./people";

export const auditGrade = pgEnum("audit_grade", ["conform", "remark", "minor", "major"]);

/** Where an audit of one provider or one of its offerings stands, as its acts have it: for queues. No rule reads it. */
export const auditCases = pgTable(
  "audit_cases",
  {
    id: uuid().primaryKey().defaultRandom(),
    /** The case number. */
    number: bigserial({ mode: "number" }).notNull().unique(),
    authorityId: uuid()
      .notNull()
      .references(() => organisations.id),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    offeringId: uuid().references(() => offerings.id),
    planId: uuid().references(() => auditPlans.id),
    /** Why there is a case without a plan. */
    cause: text(),
    standards: jsonb().$type<AuditStandard[]>().notNull(),
    openedOn: date().notNull(),
    stage: text().notNull(),
    turn: text().notNull(),
    dueOn: date(),
    auditorId: uuid().references(() => people.id, { onDelete: "set null" }),
    result: text(),
    closedOn: date(),
  },
  (t) => [
    index().on(t.authorityId, t.stage, t.dueOn),
    index().on(t.organisationId),
    index().on(t.planId),
    check("audit_cases_why", sql`(${t.planId} is null) <> (${t.cause} is null)`),
  ],
);

/** Who was drawn, in which order, and why. */
export const auditSamples = pgTable(
  "audit_samples",
  {
    planId: uuid()
      .notNull()
      .references(() => auditPlans.id),
    position: integer().notNull(),
    slug: text().notNull(),
    stratum: text().notNull(),
    drawn: text({ enum: ["random", "risk"] }).notNull(),
    caseId: uuid()
      .notNull()
      .unique()
      .references(() => auditCases.id),
    /** What the score was made of: points by what gave them. For the authority alone. */
    risk: jsonb().$type<Record<string, number>>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.planId, t.position] }), unique("audit_samples_once").on(t.planId, t.slug)],
);

/** What was done in an audit, in order: never changed. */
export const auditActs = pgTable(
  "audit_acts",
  {
    caseId: uuid()
      .notNull()
      .references(() => auditCases.id),
    number: integer().notNull(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    on: date({ mode: "string" }).notNull(),
    act: jsonb().$type<unknown>().notNull(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.number] }), index().on(t.personId)],
);

/** Who said before they saw an audit that they are free. Whoever is not says so for the organisation (`organisation_conflicts`). */
export const auditDeclarations = pgTable(
  "audit_declarations",
  {
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    caseId: uuid()
      .notNull()
      .references(() => auditCases.id),
    declaredAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.caseId] })],
);

/** What an audit found, each wording a row of its own that never changes. Of an offering it names the version that was inspected. */
export const auditFindings = pgTable(
  "audit_findings",
  {
    caseId: uuid()
      .notNull()
      .references(() => auditCases.id),
    number: integer().notNull(),
    revision: integer().notNull(),
    offeringId: uuid(),
    versionNumber: integer(),
    /** The code of a standard of the case, or an element of Annex I: `annex-workload`. */
    standard: text().notNull(),
    grade: auditGrade().notNull(),
    text: text().notNull(),
    writtenAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.number, t.revision] }),
    foreignKey({
      columns: [t.offeringId, t.versionNumber],
      foreignColumns: [versions.offeringId, versions.number],
      name: "audit_findings_version",
    }),
    check("audit_findings_inspected", sql`(${t.offeringId} is null) = (${t.versionNumber} is null)`),
  ],
);

/** Where each corrective action stands, as the acts have it: for reminders and lists. */
export const auditActions = pgTable(
  "audit_actions",
  {
    caseId: uuid()
      .notNull()
      .references(() => auditCases.id),
    number: integer().notNull(),
    offeringId: uuid().references(() => offerings.id),
    dueOn: date().notNull(),
    state: text({ enum: ["open", "stated", "accepted"] }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.number] }), index().on(t.state, t.dueOn), index().on(t.offeringId)],
);

/** What an audit proposes to a registrar: a draft of a decision, which only a registrar signs. */
export const auditProposals = pgTable(
  "audit_proposals",
  {
    caseId: uuid()
      .notNull()
      .references(() => auditCases.id),
    number: integer().notNull(),
    kind: text().notNull(),
    /** Gone where the registrar threw it away. */
    draftId: uuid().references(() => decisionDrafts.id, { onDelete: "set null" }),
    proposedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.number] }), index().on(t.draftId)],
);

/** What the public reads of an audit, each edition a row of its own. The last one holds. */
export const auditSummaries = pgTable(
  "audit_summaries",
  {
    caseId: uuid()
      .notNull()
      .references(() => auditCases.id),
    edition: integer().notNull(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    result: text().notNull(),
    text: jsonb().$type<Texts>().notNull(),
    publishedOn: date().notNull(),
    publishedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.edition] }), index().on(t.organisationId)],
);

export type AuditCase = typeof auditCases.$inferSelect;
export type AuditFinding = typeof auditFindings.$inferSelect;
export type AuditGrade = AuditFinding["grade"];
