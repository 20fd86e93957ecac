import { index, integer, jsonb, pgEnum, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { organisations } from "./organisations";
import { people } from "./people";
import { bytea } from "./ranges";

/** A file that somebody handed in as evidence. Its bytes stay in the database, so that a backup has them. */
export const files = pgTable(
  "files",
  {
    id: uuid().primaryKey().defaultRandom(),
    /** application, or another noun that keeps files: what `subjectId` is the id of. */
    subject: text().notNull(),
    subjectId: uuid().notNull(),
    name: text().notNull(),
    mediaType: text().notNull(),
    size: integer().notNull(),
    sha256: text().notNull(),
    bytes: bytea().notNull(),
    /** Of an application: the code of the document of its form that it is. */
    document: text(),
    uploadedById: uuid().references(() => people.id),
    uploadedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [index().on(t.subject, t.subjectId)],
);

export const applicationStatus = pgEnum("application_status", ["draft", "submitted", "questioned", "registered", "refused", "withdrawn"]);

/** What somebody states who wants their organisation registered as a provider: filled in by steps, sent to the authority of its place. */
export const applications = pgTable(
  "applications",
  {
    id: uuid().primaryKey().defaultRandom(),
    applicantId: uuid()
      .notNull()
      .references(() => people.id),
    status: applicationStatus().notNull().default("draft"),
    content: jsonb().$type<unknown>().notNull(),
    revision: integer().notNull().default(1),
    /** Known from the place once it is submitted. */
    authorityId: uuid().references(() => organisations.id),
    /** The provider that came of it. */
    organisationId: uuid().references(() => organisations.id),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    submittedAt: timestamp({ withTimezone: true }),
    decidedAt: timestamp({ withTimezone: true }),
    /** Why it was refused, for the applicant. */
    reason: text(),
  },
  (t) => [index().on(t.applicantId), index().on(t.authorityId, t.status)],
);

export const applicationSide = pgEnum("application_side", ["applicant", "authority"]);

/** Questions of the authority and answers of the applicant, in the order in which they were written. */
export const applicationMessages = pgTable(
  "application_messages",
  {
    id: uuid().primaryKey().defaultRandom(),
    applicationId: uuid()
      .notNull()
      .references(() => applications.id),
    side: applicationSide().notNull(),
    authorId: uuid()
      .notNull()
      .references(() => people.id),
    text: text().notNull(),
    writtenAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [index().on(t.applicationId)],
);

export type Application = typeof applications.$inferSelect;
export type StoredFile = Omit<typeof files.$inferSelect, "bytes">;
export type ApplicationMessage = typeof applicationMessages.$inferSelect;
