import { sql } from "drizzle-orm";
import {
  bigint,
  bigserial,
  customType,
  date,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { bytea } from "./ranges";

const xid8 = customType<{ data: string }>({ dataType: () => "xid8" });
const pgSnapshot = customType<{ data: string }>({ dataType: () => "pg_snapshot" });

export const logEntryKind = pgEnum("log_entry_kind", ["decision", "publication", "withdrawal", "restoration", "archiving", "supersession"]);

/**
 * The public log: what was decided, published, withdrawn. Written in the transaction of the act itself, without a place in the log yet,
 * so that acts never wait for one another. Triggers refuse every change, as they do for all tables below.
 */
export const logEntries = pgTable(
  "log_entries",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    kind: logEntryKind().notNull(),
    /** The decision, or the offering, that it tells of. */
    subjectId: uuid().notNull(),
    /** Whom it concerns: the organisation decided on, or the provider. */
    organisationId: uuid().notNull(),
    /** Canonical JSON (RFC 8785): the exact text whose bytes are the leaf of the tree. */
    content: text().notNull(),
    /** Hides what `content` seals: who signed a decision is proven unchanged and stays unknown. */
    salt: text(),
    /** By which the sequencer finds what was committed since it last looked, however long a transaction took. */
    transaction: xid8().notNull().default(sql`pg_current_xact_id()`),
  },
  // Of decisions only: the others come by thousands, and nobody looks them up by what they are about.
  (t) => [
    index().on(t.transaction),
    index("log_entries_decision").on(t.subjectId).where(sql`${t.kind} = 'decision'`),
    index("log_entries_decided_on").on(t.organisationId).where(sql`${t.kind} = 'decision'`),
  ],
);

/** The order of the log, without gaps: given one after the other once entries are committed. */
export const logPositions = pgTable(
  "log_positions",
  {
    position: bigint({ mode: "number" }).primaryKey(),
    entryId: bigint({ mode: "number" })
      .notNull()
      .unique()
      .references(() => logEntries.id),
    leafHash: bytea().notNull(),
  },
  (t) => [index().on(t.leafHash)],
);

/** Hashes of complete subtrees of 16, 256, 4,096 … leaves (height 4, 8, 12 …), of which every proof is made in few reads. */
export const logNodes = pgTable(
  "log_nodes",
  { height: integer().notNull(), place: bigint({ mode: "number" }).notNull(), hash: bytea().notNull() },
  (t) => [primaryKey({ columns: [t.height, t.place] })],
);

/** Signed tree heads (C2SP tlog-checkpoint): what the whole log was at a size. */
export const logCheckpoints = pgTable(
  "log_checkpoints",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    /** The one before it, so that none can be taken out unseen. */
    previousId: bigint({ mode: "number" }),
    size: bigint({ mode: "number" }).notNull(),
    root: bytea().notNull(),
    /** The signed note as it is published. */
    note: text().notNull(),
    /** Which transactions it has taken in; the next one takes the others. */
    seen: pgSnapshot().notNull(),
    madeAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [index().on(t.size)],
);

/** The public keys that ever signed, so that old checkpoints can be verified after a rotation. */
export const logKeys = pgTable("log_keys", {
  /** As verifiers take it: name, key id and key (C2SP signed-note). */
  verifierKey: text().primaryKey(),
  since: timestamp({ withTimezone: true }).notNull(),
});

/** The checkpoint that stood at the end of each day: published at an address that never changes. */
export const logDays = pgTable("log_days", {
  day: date().primaryKey(),
  checkpointId: bigint({ mode: "number" })
    .notNull()
    .references(() => logCheckpoints.id),
});
