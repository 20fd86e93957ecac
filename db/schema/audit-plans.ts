import { sql } from "drizzle-orm";
import { boolean, check, date, index, integer, jsonb, pgEnum, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { organisations, type Texts } from "./organisations";

export const auditDraws = pgEnum("audit_draws", ["providers", "offerings"]);

/** By what an audit measures: a criterion of a published set, or a standard that the authority named itself. */
export type AuditStandard = { code: string; title: Texts };

/**
 * What an authority audits in a period, and how it draws whom. Announced with the list that is drawn from, then drawn once by a seed that
 * nobody could choose.
 */
export const auditPlans = pgTable(
  "audit_plans",
  {
    id: uuid().primaryKey().defaultRandom(),
    slug: text().notNull().unique(),
    authorityId: uuid()
      .notNull()
      .references(() => organisations.id),
    title: jsonb().$type<Texts>().notNull(),
    aim: jsonb().$type<Texts>().notNull(),
    startsOn: date().notNull(),
    endsOn: date().notNull(),
    standards: jsonb().$type<AuditStandard[]>().notNull(),
    draws: auditDraws().notNull(),
    byProviderType: boolean().notNull().default(false),
    /** How many are drawn at random, and how many by risk. */
    random: integer().notNull(),
    risk: integer().notNull(),
    /** One line for each that could be drawn: its address name, and its provider's type where that is drawn from by itself. */
    frame: text().notNull(),
    frameSize: integer().notNull(),
    frameSha256: text().notNull(),
    /** How many are drawn at random of each provider type; of all, under the empty name. */
    quotas: jsonb().$type<Record<string, number>>().notNull(),
    announcedAt: timestamp({ withTimezone: true }).notNull(),
    /** What the seed is to be, said with the announcement; none where it is the root of the public log. */
    seedSource: text(),
    seed: text(),
    /** The day of the checkpoint that the seed is the root of. */
    seedDay: date(),
    seedAt: timestamp({ withTimezone: true }),
    drawnAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    index().on(t.authorityId, t.startsOn),
    check("audit_plans_period", sql`${t.startsOn} <= ${t.endsOn}`),
    check("audit_plans_sizes", sql`${t.random} >= 0 and ${t.risk} >= 0 and ${t.random} + ${t.risk} between 1 and ${t.frameSize}`),
    // A seed is of a checkpoint, or what was said that it would be.
    check("audit_plans_seed", sql`(${t.seedDay} is null) = (${t.seed} is null or ${t.seedSource} is not null)`),
    check("audit_plans_drawn", sql`${t.drawnAt} is null or ${t.random} = 0 or ${t.seed} is not null`),
  ],
);

export type AuditPlan = typeof auditPlans.$inferSelect;
