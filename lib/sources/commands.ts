import { sql } from "drizzle-orm";
import { db } from "@/db";
import { index } from "./sources";

/**
 * What nobody who follows the changes can have missed. The last one that is old stays: whoever looked before it knows by it that some may
 * be gone. A database that was restored elsewhere may hold numbers of transactions that are still to come; they tell nothing.
 */
export async function forgetOldChanges(): Promise<void> {
  await db.execute(sql`
    delete from changes where xid < (select xid from changes where at < now() - interval '1 hour' order by xid desc limit 1)
      or xid >= pg_snapshot_xmax(pg_current_snapshot())`);
}

/** The index was written without an event: searches that were kept may be wrong. */
export async function tellOfIndex(): Promise<void> {
  await db.execute(sql`insert into changes (source) values (${index}) on conflict do nothing`);
}
