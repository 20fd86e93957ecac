import { and, desc, eq, gte, lte, sql } from "drizzle-orm";
import { db } from "@/db";
import { logCheckpoints, logDays, logEntries, logKeys, logPositions } from "@/db/schema";
import type { Day } from "@/lib/days/days";
import { sequenceEntries } from "./sequencing/commands";
import { readHashes } from "./sequencing/queries";
import { consistencyProof, hashOver, inclusionProof, type Leaves, storedOf, subtreesOf } from "./tree";

export type Head = { size: number; root: Uint8Array; note: string; madeAt: Date };

const head = { size: logCheckpoints.size, root: logCheckpoints.root, note: logCheckpoints.note, madeAt: logCheckpoints.madeAt };

/** What the log is now, with all that was committed. Undefined where nothing was ever signed. */
export async function findHead(): Promise<Head | undefined> {
  await sequenceEntries();
  const [row] = await db.select(head).from(logCheckpoints).orderBy(desc(logCheckpoints.id)).limit(1);
  return row;
}

/** The checkpoint of exactly so many entries, where one was signed. */
export async function findCheckpointOf(size: number): Promise<string | undefined> {
  const [row] = await db
    .select({ note: logCheckpoints.note })
    .from(logCheckpoints)
    .where(eq(logCheckpoints.size, size))
    .orderBy(desc(logCheckpoints.id))
    .limit(1);
  return row?.note;
}

export type PlacedEntry = { position: number; leafHash: Uint8Array; content: string };

/** Entries from the first to the last place, in their order. */
export async function listEntries(start: number, end: number): Promise<PlacedEntry[]> {
  return await db
    .select({ position: logPositions.position, leafHash: logPositions.leafHash, content: logEntries.content })
    .from(logPositions)
    .innerJoin(logEntries, eq(logEntries.id, logPositions.entryId))
    .where(and(gte(logPositions.position, start), lte(logPositions.position, end)))
    .orderBy(logPositions.position);
}

export async function findPositionOf(leafHash: Uint8Array): Promise<number | undefined> {
  const [row] = await db
    .select({ position: logPositions.position })
    .from(logPositions)
    .where(eq(logPositions.leafHash, leafHash))
    .orderBy(logPositions.position)
    .limit(1);
  return row?.position;
}

/** Proves that an entry has its place among the first `size`. */
export async function proveInclusion(position: number, size: number): Promise<Uint8Array[]> {
  return await hashesOver(inclusionProof(position, size));
}

/** Proves that the first `first` of `second` entries are what they were. */
export async function proveConsistency(first: number, second: number): Promise<Uint8Array[]> {
  return first === 0 ? [] : await hashesOver(consistencyProof(first, second));
}

/** The root of the first so many entries. */
export async function rootAt(size: number): Promise<Uint8Array> {
  const [root] = await hashesOver([{ from: 0, until: size }]);
  return root as Uint8Array;
}

async function hashesOver(proof: Leaves[]): Promise<Uint8Array[]> {
  const stored = await readHashes(db, proof.flatMap(subtreesOf).flatMap(storedOf));
  return proof.map((leaves) => hashOver(leaves, stored));
}

export type DailyCheckpoint = { day: Day; size: number; note: string };

const daily = { day: logDays.day, size: logCheckpoints.size, note: logCheckpoints.note };

/** The checkpoints at the ends of days, the latest first. */
export async function listDailyCheckpoints(limit: number, before: Day | null = null): Promise<DailyCheckpoint[]> {
  return await db
    .select(daily)
    .from(logDays)
    .innerJoin(logCheckpoints, eq(logCheckpoints.id, logDays.checkpointId))
    .where(before === null ? undefined : sql`${logDays.day} < ${before}::date`)
    .orderBy(desc(logDays.day))
    .limit(limit);
}

export async function findDailyCheckpoint(day: Day): Promise<DailyCheckpoint | undefined> {
  const [row] = await db
    .select(daily)
    .from(logDays)
    .innerJoin(logCheckpoints, eq(logCheckpoints.id, logDays.checkpointId))
    .where(eq(logDays.day, day));
  return row;
}

/** The public keys that have signed, the newest first. */
export async function listLogKeys(): Promise<string[]> {
  const rows = await db.select({ key: logKeys.verifierKey }).from(logKeys).orderBy(desc(logKeys.since), logKeys.verifierKey);
  return rows.map(({ key }) => key);
}
