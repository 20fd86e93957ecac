import {
  bigserial,
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
  uuid,
} from "drizzle-orm/pg-core";
import { offerings, sessions } from "./offerings";
import { organisations, type Texts } from "./organisations";
import { people } from "./people";

/**
 * A link that a provider hands to somebody who completed a session. It works once: an answer takes it away, so that nothing is left to tie
 * the answer to (decision 18).
 */
export const feedbackLinks = pgTable(
  "feedback_links",
  {
    tokenHash: text().primaryKey(),
    offeringId: uuid()
      .notNull()
      .references(() => offerings.id),
    versionNumber: integer().notNull(),
    sessionId: uuid()
      .notNull()
      .references(() => sessions.id),
    createdById: uuid().references(() => people.id),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    expiresOn: date().notNull(),
  },
  (t) => [index().on(t.sessionId)],
);

/** How many links were made for a session: those that are gone were used. */
export const feedbackLinkCounts = pgTable("feedback_link_counts", {
  sessionId: uuid()
    .primaryKey()
    .references(() => sessions.id),
  made: integer().notNull(),
});

/** What somebody said who completed a session: by version, without a name, a link, a session or a day, so that nobody is found by them. */
export const feedbackAnswers = pgTable(
  "feedback_answers",
  {
    id: uuid().primaryKey().defaultRandom(),
    offeringId: uuid()
      .notNull()
      .references(() => offerings.id),
    versionNumber: integer().notNull(),
    /** By question, 1 to 5. */
    scores: jsonb().$type<Record<string, number>>().notNull(),
    text: text().notNull().default(""),
    locale: text().notNull(),
    /** Written anew among all others, so that its place and transaction no longer say when it came. */
    mixed: boolean().notNull().default(false),
  },
  (t) => [index().on(t.offeringId, t.versionNumber)],
);

export const reviewerKind = pgEnum("reviewer_kind", ["provider", "employer"]);

/** What another provider or an employer says of an offering, in its name. */
export const peerReviews = pgTable(
  "peer_reviews",
  {
    id: uuid().primaryKey().defaultRandom(),
    offeringId: uuid()
      .notNull()
      .references(() => offerings.id),
    versionNumber: integer().notNull(),
    kind: reviewerKind().notNull(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    text: text().notNull(),
    locale: text().notNull(),
    signedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    withdrawnAt: timestamp({ withTimezone: true }),
  },
  (t) => [index().on(t.offeringId)],
);

/** What a provider changed because of what it was told. */
export const feedbackResponses = pgTable(
  "feedback_responses",
  {
    id: uuid().primaryKey().defaultRandom(),
    offeringId: uuid()
      .notNull()
      .references(() => offerings.id),
    versionNumber: integer().notNull(),
    text: jsonb().$type<Texts>().notNull(),
    writtenAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [index().on(t.offeringId)],
);

/** How often an offering was shown in a search and its page read, a day. No persons, no cookies, no addresses. */
export const insightDays = pgTable(
  "insight_days",
  {
    offeringId: uuid()
      .notNull()
      .references(() => offerings.id),
    day: date().notNull(),
    shown: integer().notNull().default(0),
    read: integer().notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.offeringId, t.day] })],
);

/** What was searched for, folded, and how many offerings it found, a day. */
export const searchedWords = pgTable(
  "searched_words",
  {
    day: date().notNull(),
    words: text().notNull(),
    searches: integer().notNull(),
    /** The number found last. */
    found: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.day, t.words] })],
);

/** Something that a person should know, in the desk and by e-mail as they chose. */
export const notices = pgTable(
  "notices",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    organisationId: uuid().references(() => organisations.id),
    kind: text().notNull(),
    /** One notice of a kind about a thing in a state, however often the thing is looked at. */
    about: text().notNull(),
    /** What the sentence is filled with, and where its link goes (after the language). */
    values: jsonb().$type<Record<string, string | number>>().notNull().default({}),
    path: text().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    readAt: timestamp({ withTimezone: true }),
    mailedAt: timestamp({ withTimezone: true }),
  },
  (t) => [unique().on(t.personId, t.kind, t.about), index().on(t.personId, t.readAt)],
);

export type PeerReview = typeof peerReviews.$inferSelect;
export type FeedbackAnswer = typeof feedbackAnswers.$inferSelect;
export type NoticeRow = typeof notices.$inferSelect;
