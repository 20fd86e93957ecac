import { sql } from "drizzle-orm";
import {
  bigserial,
  boolean,
  check,
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

/**
 * What was searched for a day: by the language of the page, the region that the words name, and the filters that say what is wished for.
 * Nothing says who, and the words are a digest. Forgotten after twelve weeks (lib/insight/commands.ts).
 */
export const searchedWords = pgTable(
  "searched_words",
  {
    day: date().notNull(),
    /** Of the folded words, with a secret of the web processes (bin/visits.mjs). */
    digest: text().notNull(),
    region: text().notNull().default(""),
    language: text().notNull().default(""),
    taught: text().notNull().default(""),
    level: text().notNull().default(""),
    field: text().notNull().default(""),
    /** The broad field that they are about, worked out as they are counted. */
    theme: text().notNull().default(""),
    searches: integer().notNull(),
    /** Those that found nothing. */
    unanswered: integer().notNull().default(0),
    /** The number found last. */
    found: integer().notNull(),
  },
  (t) => [
    primaryKey({
      name: "searched_words_wish",
      columns: [t.day, t.digest, t.region, t.language, t.taught, t.level, t.field],
    }),
    index().on(t.digest),
    check("searched_words_counts", sql`${t.unanswered} between 0 and ${t.searches}`),
  ],
);

/** What digests stand for, from the fifth search on: words that fewer looked for are written nowhere. */
export const soughtWords = pgTable("sought_words", { digest: text().primaryKey(), words: text().notNull() }, (t) => [
  index().on(t.words),
  check("sought_words_no_person", sql`${t.words} !~ '[0-9@]' and length(${t.words}) between 3 and 60`),
]);

/** What is left of searches once their words are forgotten: how many were about what, a week. */
export const searchedThemes = pgTable(
  "searched_themes",
  {
    /** Its Monday. */
    week: date().notNull(),
    theme: text().notNull(),
    region: text().notNull(),
    language: text().notNull(),
    searches: integer().notNull(),
    unanswered: integer().notNull(),
  },
  (t) => [primaryKey({ name: "searched_themes_wish", columns: [t.week, t.theme, t.region, t.language] })],
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
