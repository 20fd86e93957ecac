import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db";
import { today } from "@/lib/clock";

type Looked = { snapshot: string; changed: boolean };

/**
 * What this process remembers of a day, read anew once something was told of it (db/migrations/0017) in a transaction that the last look did
 * not see: the rule by which pages are kept (bin/changes.mjs), for what many answers are drawn from. An offering that is new or another one counts as a change of all.
 */
export function rememberWhile<T>(sources: string[], read: () => Promise<T>): () => Promise<T> {
  let known: { day: string; snapshot: string; value: T } | undefined;

  return async () => {
    const [day, { snapshot, changed }] = [today(), await look(sources, known?.snapshot ?? null)];
    // Another question may have read it meanwhile, and what it read is as good.
    if (!known || changed || known.day !== day) known = { day, snapshot, value: await read() };
    else known.snapshot = snapshot;
    return known.value;
  };
}

/** Whether any of these sources may have been told of since a snapshot. What was told longer ago than is kept counts as told. */
async function look(sources: string[], since: string | null): Promise<Looked> {
  const [seen] = await db.execute<Looked>(sql`
    select pg_current_snapshot()::text as snapshot,
      coalesce(pg_snapshot_xmin(${since}::pg_snapshot) <= (select xid from changes order by xid limit 1), true)
      or exists (select from changes where xid >= pg_snapshot_xmin(${since}::pg_snapshot) and not pg_visible_in_snapshot(xid, ${since}::pg_snapshot)
        and (source = any(${sql.param(sources)}::text[]) or source like any ('{added %,changed %}'))) as changed`);
  return seen ?? { snapshot: "", changed: true };
}
