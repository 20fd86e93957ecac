import { sql } from "drizzle-orm";
import { boolean, index, integer, jsonb, pgEnum, pgTable, primaryKey, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";
import { importStatus } from "./imports";
import { organisations } from "./organisations";
import { people } from "./people";
import { bytea, daterange, tstzrange } from "./ranges";

/** A quality agency as DEQAR lists it. It is an organisation of the register where one holds its number (scheme `eqar`). */
export const qualityAgencies = pgTable("quality_agencies", {
  id: uuid().primaryKey().defaultRandom(),
  deqarId: integer().notNull().unique(),
  /** One agency's alone, whatever its case: a unique index, which a migration makes. */
  acronym: text().notNull(),
  /** DEQAR's primary name, which is English. */
  name: text().notNull(),
  country: text(),
  website: text(),
  reportsLink: text(),
  note: text(),
  description: text(),
  /** Its place in the list it came from, by which DEQAR's list of activities names it. */
  place: integer(),
  updatedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
});

/** When an agency is in EQAR, on both clocks. Without an end, none is stated. */
export const qualityAgencyTerms = pgTable(
  "quality_agency_terms",
  {
    id: uuid().primaryKey().defaultRandom(),
    agencyId: uuid()
      .notNull()
      .references(() => qualityAgencies.id),
    valid: daterange().notNull(),
    recorded: tstzrange().notNull().default(sql`tstzrange(now(), null)`),
    /** The file that says so. */
    source: text().notNull(),
  },
  (t) => [index().on(t.agencyId)],
);

export const agencyActivities = pgTable(
  "agency_activities",
  {
    id: uuid().primaryKey().defaultRandom(),
    agencyId: uuid()
      .notNull()
      .references(() => qualityAgencies.id),
    /** By which reports name it, where DEQAR's list of groups says so. */
    activityId: integer().unique(),
    name: text().notNull(),
    type: text(),
    reportsLink: text(),
  },
  (t) => [unique().on(t.agencyId, t.name)],
);

/** A file of quality data, worked through from its stored bytes. No provider's: it says things about many. */
export const qualityImports = pgTable("quality_imports", {
  id: uuid().primaryKey().defaultRandom(),
  actor: text().notNull(),
  /** The authority whose officer handed it in; none for the instance's own command. */
  organisationId: uuid().references(() => organisations.id),
  fileName: text().notNull(),
  bytes: bytea().notNull(),
  /** agencies, activities or reports: known once it is read. */
  kind: text(),
  dryRun: boolean().notNull().default(false),
  status: importStatus().notNull().default("queued"),
  totalRows: integer(),
  doneRows: integer().notNull().default(0),
  failure: text(),
  /** How often it was begun since it last came on, as imports of catalogues count it. */
  attempts: integer().notNull().default(0),
  createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  startedAt: timestamp({ withTimezone: true }),
  finishedAt: timestamp({ withTimezone: true }),
});

export const qualityRowOutcome = pgEnum("quality_row_outcome", ["added", "updated", "unchanged", "refused"]);

/** What became of each row of such a file, with what is wrong with it. */
export const qualityImportRows = pgTable(
  "quality_import_rows",
  {
    importId: uuid()
      .notNull()
      .references(() => qualityImports.id, { onDelete: "cascade" }),
    row: integer().notNull(),
    label: text().notNull(),
    outcome: qualityRowOutcome().notNull(),
    matched: integer().notNull().default(0),
    proposed: integer().notNull().default(0),
    unmatched: integer().notNull().default(0),
    problems: jsonb().$type<unknown[]>().notNull().default([]),
    reportKey: uuid(),
  },
  (t) => [primaryKey({ columns: [t.importId, t.row] })],
);

/** What a report was said to be, for as long as the register knew it so: a later file closes the row and writes another with the same key. */
export const qualityReports = pgTable(
  "quality_reports",
  {
    id: uuid().primaryKey().defaultRandom(),
    /** The same for all rows that tell the history of one report. */
    key: uuid().notNull(),
    agencyId: uuid()
      .notNull()
      .references(() => qualityAgencies.id),
    /** The agency's own, or `report_id` of DEQAR where the agency gives none. */
    localIdentifier: text().notNull(),
    type: text().notNull(),
    status: text().notNull(),
    decision: text().notNull(),
    /** Names of the activities, or what the file called them. */
    activities: text().array().notNull(),
    /** Without an end, the report states none: nothing is assumed. */
    valid: daterange().notNull(),
    /** All that the file says: `SaidReport` of lib/interop/deqar/said.ts. */
    said: jsonb().$type<unknown>().notNull(),
    recorded: tstzrange().notNull(),
    importId: uuid().references(() => qualityImports.id),
  },
  (t) => [
    index("quality_reports_known").on(t.agencyId, t.localIdentifier).where(sql`upper_inf(recorded)`),
    index().on(t.key),
    index().on(t.importId),
  ],
);

export const subjectMatch = pgEnum("subject_match", ["identifier", "officer"]);

/** A provider that a report is about, as the file names it, and the organisation of the register that it was found to be. */
export const qualityReportSubjects = pgTable(
  "quality_report_subjects",
  {
    id: uuid().primaryKey().defaultRandom(),
    reportId: uuid()
      .notNull()
      .references(() => qualityReports.id),
    place: integer().notNull(),
    said: jsonb().$type<unknown>().notNull(),
    organisationId: uuid().references(() => organisations.id),
    matchedBy: subjectMatch(),
    scheme: text(),
    value: text(),
    /** Organisations of an equal name, which an officer confirms or rejects. */
    candidates: uuid().array().notNull().default([]),
    rejected: uuid().array().notNull().default([]),
    decidedById: uuid().references(() => people.id),
    recorded: tstzrange().notNull(),
  },
  (t) => [index().on(t.organisationId), index("quality_report_subjects_known").on(t.reportId).where(sql`upper_inf(recorded)`)],
);

export type QualityAgency = typeof qualityAgencies.$inferSelect;
export type QualityReport = typeof qualityReports.$inferSelect;
