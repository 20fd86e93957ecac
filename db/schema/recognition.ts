import { integer, jsonb, pgTable, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";
import { organisations, type Texts } from "./organisations";
import { daterange } from "./ranges";

/** A provider's published rules for recognising microcredentials of others: immutable, numbered, with the days on which they hold. */
export const recognitionPolicies = pgTable(
  "recognition_policies",
  {
    id: uuid().primaryKey().defaultRandom(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    number: integer().notNull(),
    text: jsonb().$type<Texts>().notNull(),
    rules: jsonb().$type<unknown>().notNull(),
    valid: daterange().notNull(),
    publishedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [unique().on(t.organisationId, t.number)],
);

/** The one next state of a provider's recognition policy, while it is being edited. */
export const pendingPolicies = pgTable("pending_policies", {
  organisationId: uuid()
    .primaryKey()
    .references(() => organisations.id),
  content: jsonb().$type<unknown>().notNull(),
  /** Raised by every save, so that a second editor cannot overwrite unseen. */
  revision: integer().notNull().default(1),
  updatedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  updatedBy: text(),
});

export type RecognitionPolicyRow = typeof recognitionPolicies.$inferSelect;
