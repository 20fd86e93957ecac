import {
  type AnyPgColumn,
  boolean,
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
import { organisations } from "./organisations";
import { bytea } from "./ranges";

export const importStatus = pgEnum("import_status", ["queued", "running", "done", "failed", "stopped"]);

/** One file that somebody handed in. Its bytes stay (importPieces), so that any worker can go on where another was killed. */
export const imports = pgTable(
  "imports",
  {
    id: uuid().primaryKey().defaultRandom(),
    providerId: uuid()
      .notNull()
      .references(() => organisations.id),
    /** Whose hand it came from; what it writes is written in that name. */
    actor: text().notNull(),
    fileName: text().notNull(),
    mapping: jsonb().$type<unknown>(),
    dryRun: boolean().notNull().default(false),
    status: importStatus().notNull().default("queued"),
    /** What was found out about the file: format, encoding, separator, sheet, header row, columns. */
    facts: jsonb().$type<unknown>(),
    totalRows: integer(),
    doneRows: integer().notNull().default(0),
    /** How many offering groups are processed: where a killed run goes on. */
    doneGroups: integer().notNull().default(0),
    failure: text(),
    /** How often it was begun since it last came on: a file that takes its worker down with it is not tried for ever. */
    attempts: integer().notNull().default(0),
    /** What people put right on the screen, by sheet and row: column → value. Read in place of what the file says. */
    repairs: jsonb().$type<Record<string, Record<string, string>>>().notNull().default({}),
    /** The import whose refused rows this one tries again, with repairs. */
    retryOfId: uuid().references((): AnyPgColumn => imports.id),
    /** Who asked for all of it to be undone, and when; `undoneAt` says that it is. */
    undoneBy: text(),
    undoAskedAt: timestamp({ withTimezone: true }),
    undoneAt: timestamp({ withTimezone: true }),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    startedAt: timestamp({ withTimezone: true }),
    finishedAt: timestamp({ withTimezone: true }),
  },
  (t) => [index().on(t.providerId)],
);

/** The bytes of a file in pieces, since the database takes and gives each as text of twice its size, which a process must hold whole. */
export const importPieces = pgTable(
  "import_pieces",
  {
    importId: uuid()
      .notNull()
      .references(() => imports.id, { onDelete: "cascade" }),
    position: integer().notNull(),
    bytes: bytea().notNull(),
  },
  (t) => [primaryKey({ columns: [t.importId, t.position] })],
);

export const rowOutcome = pgEnum("row_outcome", ["published", "updated", "unchanged", "draft", "refused"]);

/** What became of each row of the file, with what is wrong with it: the report. */
export const importRows = pgTable(
  "import_rows",
  {
    importId: uuid()
      .notNull()
      .references(() => imports.id, { onDelete: "cascade" }),
    sheet: text().notNull().default(""),
    row: integer().notNull(),
    externalId: text(),
    title: text(),
    outcome: rowOutcome().notNull(),
    problems: jsonb().$type<unknown[]>().notNull().default([]),
    offeringId: uuid(),
    /** What the file says, whole, in the columns that the problems are about: what people put right on the screen. */
    cells: jsonb().$type<Record<string, string>>(),
  },
  (t) => [primaryKey({ columns: [t.importId, t.sheet, t.row] })],
);

/** What an import did to an offering, with its state before and after: by which a whole import is undone while nothing else has changed. */
export const importChanges = pgTable(
  "import_changes",
  {
    importId: uuid()
      .notNull()
      .references(() => imports.id, { onDelete: "cascade" }),
    offeringId: uuid().notNull(),
    before: jsonb().$type<unknown>(),
    after: jsonb().$type<unknown>(),
    undoneAt: timestamp({ withTimezone: true }),
  },
  (t) => [primaryKey({ columns: [t.importId, t.offeringId] }), index().on(t.offeringId)],
);

/** How a provider's columns are read, remembered under a name. */
export const importMappings = pgTable(
  "import_mappings",
  {
    id: uuid().primaryKey().defaultRandom(),
    providerId: uuid()
      .notNull()
      .references(() => organisations.id),
    name: text().notNull(),
    mapping: jsonb().$type<unknown>().notNull(),
    updatedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [unique().on(t.providerId, t.name)],
);

export type Import = typeof imports.$inferSelect;
export type ImportRow = typeof importRows.$inferSelect;
