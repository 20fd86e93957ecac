import { desc, type SQL, sql } from "drizzle-orm";
import { type Database, db, type Transaction } from "@/db";
import { logCheckpoints, logKeys } from "@/db/schema";
import { now } from "@/lib/clock";
import { logOrigin, logSigners } from "@/lib/public-log/keys";
import { checkpointText, openNote, signNote } from "@/lib/public-log/note";
import { type Edge, edgeOf, emptyEdge, grow, type Hash, keyOf, leafHash, rootOf } from "@/lib/public-log/tree";
import { readHashes } from "./queries";

/** So many entries get their places in one transaction, which others wait for; and so many are read at once. */
const [batchSize, readAtOnce] = [20_000, 2_000];

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
  const [waiting] = await db.execute(sql`select 1 from log_entries e where ${await waits(db, last.seen)} limit 1`);
  return waiting !== undefined;
}

/** Whether an entry `e` was not there when the last checkpoint was made, because its transaction had not ended then. */
async function waits(database: Database, seen: string): Promise<SQL> {
  const placeless = sql`not exists (select from log_positions p where p.entry_id = e.id)`;
  const before = sql`${seen}::pg_snapshot`;
  // A database restored on another server counts its transactions anew: then only the places themselves tell.
  const [row] = await database.execute<{ anew: boolean }>(
    sql`select pg_snapshot_xmax(pg_current_snapshot()) < pg_snapshot_xmin(${before}) as anew`,
  );
  if (row?.anew) return placeless;
  return sql`(e.transaction >= pg_snapshot_xmin(${before}) and not pg_visible_in_snapshot(e.transaction, ${before}) and ${placeless})`;
}

/** A snapshot that has seen nothing. */
const nothingSeen = "1:1:";

/** False when all have their places. */
async function sequenceBatch({ signAnew = false }): Promise<boolean> {
  return await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('sequence-log', 0))`);
    const [last] = await tx.select().from(logCheckpoints).orderBy(desc(logCheckpoints.id)).limit(1);
    const isNew = await waits(tx, last?.seen ?? nothingSeen);
    // In one statement, so that the snapshot is that in which these are all there are.
    const [found] = await tx.execute<{ seen: string; ids: number[] | null }>(sql`
      select pg_current_snapshot()::text as seen, (select jsonb_agg(w.id order by w.id)
        from (select e.id from log_entries e where ${isNew} order by e.id limit ${batchSize + 1}) w) as ids`);
    const ids = found?.ids ?? [];
    if (last && ids.length === 0 && !(signAnew && !isSignedByAll(last.note))) return false;
    let edge = await readEdge(tx, last?.size ?? 0);
    for (let from = 0; from < Math.min(ids.length, batchSize); from += readAtOnce)
      edge = await place(tx, edge, ids.slice(from, Math.min(from + readAtOnce, batchSize)));
    const isWhole = ids.length <= batchSize;
    const seen = (isWhole ? found?.seen : last?.seen) ?? nothingSeen;
    await signCheckpoint(tx, edge, { seen, previousId: last?.id ?? null });
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
async function place(tx: Transaction, before: Edge, ids: number[]): Promise<Edge> {
  const batch = await tx.execute<{ id: number; content: string }>(sql`
    select id::float8 as id, content from log_entries where id in (select jsonb_array_elements(${JSON.stringify(ids)}::jsonb)::bigint) order by id`);
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
