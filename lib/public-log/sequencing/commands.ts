import { desc, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db";
import { logCheckpoints, logKeys } from "@/db/schema";
import { now } from "@/lib/clock";
import { logOrigin, logSigners } from "@/lib/public-log/keys";
import { checkpointText, openNote, signNote } from "@/lib/public-log/note";
import { type Edge, edgeOf, emptyEdge, grow, type Hash, keyOf, leafHash, rootOf } from "@/lib/public-log/tree";
import { readHashes } from "./queries";

/** So many entries get their places in one transaction. */
const batchSize = 2000;

/**
 * Gives every entry that was committed its place, one after the other without gaps, and signs what the log is then. One at a time, in
 * whichever process: a lock makes the others wait and find nothing to do. Without a key nothing happens: entries wait for who has it.
 * @param as `signAnew` after a change of keys: only the worker does, since processes may have old and new keys for a while
 */
export async function sequenceEntries(as: { signAnew?: boolean } = {}): Promise<void> {
  if (logSigners().length === 0) return;
  while ((await isBehind(as)) && (await sequenceBatch(as)));
}

/** Without the lock, as nearly always nothing waits. */
async function isBehind({ signAnew = false }): Promise<boolean> {
  const [last] = await db.select().from(logCheckpoints).orderBy(desc(logCheckpoints.id)).limit(1);
  if (!last || (signAnew && !isSignedByAll(last.note))) return true;
  const [waiting] = await db.execute(sql`select 1 from log_entries e where ${waits(last.seen)} limit 1`);
  return waiting !== undefined;
}

/** Whether an entry `e` was not there when the last checkpoint was made, because its transaction had not ended then. */
function waits(seen: string | null) {
  if (seen === null) return sql`true`;
  const before = sql`${seen}::pg_snapshot`;
  // A database restored on another server counts its transactions anew: then only the places themselves tell.
  return sql`(((e.transaction >= pg_snapshot_xmin(${before}) and not pg_visible_in_snapshot(e.transaction, ${before}))
      or pg_snapshot_xmax(pg_current_snapshot()) < pg_snapshot_xmin(${before}))
    and not exists (select from log_positions p where p.entry_id = e.id))`;
}

type Waiting = { id: number; content: string };

/** False when all have their places. */
async function sequenceBatch({ signAnew = false }): Promise<boolean> {
  return await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('sequence-log', 0))`);
    const [last] = await tx.select().from(logCheckpoints).orderBy(desc(logCheckpoints.id)).limit(1);
    // In one statement, so that the snapshot is that in which these are all there are.
    const [found] = await tx.execute<{ seen: string; entries: Waiting[] | null }>(sql`
      select pg_current_snapshot()::text as seen, (select jsonb_agg(jsonb_build_object('id', w.id, 'content', w.content) order by w.id)
        from (select e.id, e.content from log_entries e where ${waits(last?.seen ?? null)} order by e.id limit ${batchSize + 1}) w) as entries`);
    const waiting = found?.entries ?? [];
    const batch = waiting.slice(0, batchSize);
    if (last && batch.length === 0 && !(signAnew && !isSignedByAll(last.note))) return false;
    const isWhole = batch.length === waiting.length;
    const before = await readEdge(tx, last?.size ?? 0);
    const after = await place(tx, before, batch);
    const seen = isWhole ? (found?.seen ?? "1:1:") : (last?.seen ?? "1:1:");
    await signCheckpoint(tx, after, { seen, previousId: last?.id ?? null });
    return !isWhole;
  });
}

async function readEdge(tx: Transaction, size: number): Promise<Edge> {
  if (size === 0) return emptyEdge();
  const nodes = edgeOf(size);
  const hashes = await readHashes(tx, nodes.flat());
  return { size, levels: nodes.map((level) => level.map((node) => hashes.get(keyOf(node)) as Hash)) };
}

/** Writes down the places of entries, and the subtrees that they complete. */
async function place(tx: Transaction, before: Edge, batch: Waiting[]): Promise<Edge> {
  const hashes = batch.map(({ content }) => leafHash(content));
  const { edge, complete } = grow(before, hashes);
  const positions = batch.map(({ id }, one) => ({ position: before.size + one, id, hash: hex(hashes[one] as Hash) }));
  if (positions.length > 0)
    await tx.execute(sql`
      insert into log_positions (position, entry_id, leaf_hash)
      select position, id, decode(hash, 'hex') from jsonb_to_recordset(${JSON.stringify(positions)}::jsonb) as r(position bigint, id bigint, hash text)`);
  const nodes = complete.map((node) => ({ ...node, hash: hex(node.hash) }));
  if (nodes.length > 0)
    await tx.execute(sql`
      insert into log_nodes (height, place, hash)
      select height, place, decode(hash, 'hex') from jsonb_to_recordset(${JSON.stringify(nodes)}::jsonb) as r(height int, place bigint, hash text)`);
  return edge;
}

const hex = (hash: Hash) => Buffer.from(hash).toString("hex");

async function signCheckpoint(tx: Transaction, edge: Edge, at: { seen: string; previousId: number | null }): Promise<void> {
  const root = rootOf(edge);
  const note = signNote(checkpointText({ origin: logOrigin, size: edge.size, root }), logSigners());
  const since = now();
  const keys = logSigners().map(({ verifierKey }) => ({ verifierKey, since }));
  await tx.insert(logKeys).values(keys).onConflictDoNothing();
  await tx.insert(logCheckpoints).values({ ...at, size: edge.size, root, note, madeAt: since });
}

/** Whether a checkpoint bears the signatures of exactly the keys of today: after a change of keys the same tree is signed again. */
function isSignedByAll(note: string): boolean {
  const signed = openNote(note)?.signatures.map(({ name, id }) => `${name} ${id}`) ?? [];
  const ours = logSigners().map(({ name, id }) => `${name} ${id.toString("hex")}`);
  return signed.join() === ours.join();
}

/** Publishes, for every day that is over, the checkpoint that stood at its end: at an address of its own, for good. */
export async function publishDailyCheckpoints(today: string, timeZone: string): Promise<void> {
  const due = sql`
    insert into log_days (day, checkpoint_id)
    select days.day::date, (select c.id from log_checkpoints c where c.made_at < (days.day::date + 1)::timestamp at time zone ${timeZone} order by c.id desc limit 1)
    from generate_series(
      coalesce((select max(day) + 1 from log_days), (select (min(made_at) at time zone ${timeZone})::date from log_checkpoints))::timestamp,
      (${today}::date - 1)::timestamp, interval '1 day') as days(day)
    on conflict do nothing`;
  const [missing] = await db.execute(sql`
    select 1 where exists (select from log_checkpoints where made_at < ${today}::date::timestamp at time zone ${timeZone})
      and not exists (select from log_days where day >= ${today}::date - 1)`);
  if (!missing) return;
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('sequence-log', 0))`);
    await tx.execute(due);
  });
}
