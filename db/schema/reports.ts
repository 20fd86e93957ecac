import { bigserial, date, index, integer, pgEnum, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { offerings } from "./offerings";
import { organisations } from "./organisations";
import { people } from "./people";
import { decisions } from "./register";

export const reportOutcome = pgEnum("report_outcome", ["inadmissible", "admissible", "substantiated", "unsubstantiated"]);

/**
 * What somebody told the authority: that something on a public page is wrong, or a complaint. Nobody has an account for it: whoever holds
 * the secret link reads the case. Both secrets are kept as hashes.
 */
export const reports = pgTable(
  "reports",
  {
    id: uuid().primaryKey().defaultRandom(),
    /** The case number. */
    number: bigserial({ mode: "number" }).notNull().unique(),
    tokenHash: text().notNull().unique(),
    /** Of what was sent, so that a form that came twice is one case. */
    digest: text().notNull(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    offeringId: uuid().references(() => offerings.id),
    /** The version that was on the page. */
    versionNumber: integer(),
    /** The page it was sent from, after the language. */
    page: text().notNull(),
    kind: text().notNull(),
    text: text().notNull(),
    locale: text().notNull(),
    /** For the answer alone. Gone as soon as the case is closed. */
    email: text(),
    emailHash: text(),
    emailConfirmedAt: timestamp({ withTimezone: true }),
    receivedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    dueOn: date().notNull(),
    forwardedAt: timestamp({ withTimezone: true }),
    forwardedNote: text().notNull().default(""),
    providerDueOn: date(),
    providerAnswer: text(),
    providerAnsweredAt: timestamp({ withTimezone: true }),
    outcome: reportOutcome(),
    answer: text(),
    closedAt: timestamp({ withTimezone: true }),
    /** The authority that closed it: a region can have two. */
    closedById: uuid().references(() => organisations.id),
    closedByPersonId: uuid().references(() => people.id, { onDelete: "set null" }),
    correctionVersion: integer(),
    correctionDecisionId: uuid().references(() => decisions.id),
  },
  (t) => [index().on(t.organisationId, t.closedAt), index().on(t.digest)],
);

export type Report = typeof reports.$inferSelect;
export type ReportOutcome = NonNullable<Report["outcome"]>;
