import { integer, jsonb, pgTable, timestamp, unique, uuid } from "drizzle-orm/pg-core";
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

export type RecognitionPolicyRow = typeof recognitionPolicies.$inferSelect;
