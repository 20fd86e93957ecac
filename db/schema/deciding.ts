import { index, jsonb, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { organisations } from "./organisations";
import { people } from "./people";
import { decisionKind, decisions } from "./register";

/** A decision before it is signed, as its registrar filled it in. Signed once: then it names the decision that it became. */
export const decisionDrafts = pgTable(
  "decision_drafts",
  {
    id: uuid().primaryKey().defaultRandom(),
    authorityId: uuid()
      .notNull()
      .references(() => organisations.id),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    kind: decisionKind().notNull(),
    /** The fields of the form as they were sent: `DecisionForm` of lib/decisions/kinds/input.ts reads them. */
    form: jsonb().$type<Record<string, string[]>>().notNull(),
    authorId: uuid().references(() => people.id, { onDelete: "set null" }),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    decisionId: uuid().references(() => decisions.id),
  },
  (t) => [index().on(t.organisationId, t.authorityId)],
);

/** Whoever declared that they cannot decide about an organisation without bias. It stands: nobody takes their own declaration back. */
export const organisationConflicts = pgTable(
  "organisation_conflicts",
  {
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    reason: text().notNull(),
    declaredAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.organisationId] })],
);

export type DecisionDraft = typeof decisionDrafts.$inferSelect;
