import { sql } from "drizzle-orm";
import { bigserial, index, jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";

/**
 * Everything that people and machines did, written in the same transaction as the change. It is the audit trail, the search
 * indexer's queue and the change feed.
 */
export const events = pgTable(
  "events",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    type: text().notNull(),
    /** offering, organisation, import and other nouns: what `subjectId` is the id of. */
    subject: text().notNull(),
    subjectId: uuid().notNull(),
    organisationId: uuid(),
    actor: text().notNull(),
    /** As who the actor did it, and for whom: a person acts for one of several organisations, in a role that may change. */
    actorRole: text(),
    actorOrganisationId: uuid(),
    before: jsonb().$type<unknown>(),
    after: jsonb().$type<unknown>(),
    happenedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    // A flag and not a "last seen id": ids are handed out before commit, so a reader can overtake a slow writer.
    indexedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    index("events_waiting").on(t.id).where(sql`${t.indexedAt} is null`),
    index().on(t.subjectId),
    // When somebody was last here is asked of everybody at once (lib/accounts).
    index("events_sign_ins").on(t.subjectId, t.happenedAt).where(sql`${t.type} = 'person.signed-in'`),
    // The audit trail reads backwards from the newest, by whatever it is narrowed by (lib/trail).
    index("events_by_time").on(t.happenedAt, t.id),
    index("events_by_type").on(t.type, t.happenedAt, t.id),
    index("events_by_actor").on(t.actor, t.happenedAt, t.id),
    index("events_by_organisation").on(t.organisationId, t.happenedAt, t.id),
    index("events_by_actor_organisation").on(t.actorOrganisationId, t.happenedAt, t.id).where(sql`${t.actorOrganisationId} is not null`),
  ],
);

export type Event = typeof events.$inferSelect;
