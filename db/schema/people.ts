import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgEnum, pgTable, primaryKey, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { organisations } from "./organisations";

/** Somebody with an account. Which organisations they act for stands in their memberships. */
export const people = pgTable(
  "people",
  {
    id: uuid().primaryKey().defaultRandom(),
    /** In lower case: one address is one person. */
    email: text().notNull(),
    name: text().notNull().default(""),
    locale: text().notNull(),
    emailVerifiedAt: timestamp({ withTimezone: true }),
    suspendedAt: timestamp({ withTimezone: true }),
    /** By kind of notice: at-once, digest or never; what is not named goes by its default (lib/notices). */
    noticeChoices: jsonb().$type<Record<string, string>>().notNull().default({}),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [uniqueIndex("people_email").on(t.email)],
);

/** The accounts at OpenID providers by which a person signs in. */
export const personAccounts = pgTable(
  "person_accounts",
  {
    provider: text().notNull(),
    accountId: text().notNull(),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.provider, t.accountId] }), index().on(t.personId)],
);

/** Who is signed in where. Only a hash of the token is kept, so that a copy of the database signs nobody in. */
export const signIns = pgTable(
  "sign_ins",
  {
    tokenHash: text().primaryKey(),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    /** The organisation for which the person acts here. */
    organisationId: uuid().references(() => organisations.id),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [index().on(t.personId)],
);

/** Links sent by e-mail: each works once and for a while. */
export const signInLinks = pgTable(
  "sign_in_links",
  {
    email: text().notNull(),
    tokenHash: text().notNull(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.email, t.tokenHash] })],
);

export const memberRole = pgEnum("member_role", [
  "viewer",
  "editor",
  "manager",
  "counsellor",
  "lead-counsellor",
  "registrar",
  "auditor",
  "analyst",
  "administrator",
  "assessor",
]);

/** In which role a person acts for an organisation. */
export const memberships = pgTable(
  "memberships",
  {
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    role: memberRole().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.organisationId] }), index().on(t.organisationId)],
);

/** An offer to join, sent by e-mail; open until it is taken, taken back or over. */
export const invitations = pgTable(
  "invitations",
  {
    id: uuid().primaryKey().defaultRandom(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    email: text().notNull(),
    role: memberRole().notNull(),
    tokenHash: text().notNull().unique(),
    invitedById: uuid().references(() => people.id),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    acceptedAt: timestamp({ withTimezone: true }),
    revokedAt: timestamp({ withTimezone: true }),
  },
  (t) => [uniqueIndex("invitations_one_open").on(t.organisationId, t.email).where(sql`${t.acceptedAt} is null and ${t.revokedAt} is null`)],
);

/** How often somebody tried something lately (rate-limiter-flexible writes it). */
export const rateLimits = pgTable("rate_limits", {
  key: text().primaryKey(),
  points: integer().notNull(),
  expire: timestamp({ withTimezone: true }),
});

export type Person = typeof people.$inferSelect;
export type Membership = typeof memberships.$inferSelect;
export type MemberRole = Membership["role"];
export type Invitation = typeof invitations.$inferSelect;
