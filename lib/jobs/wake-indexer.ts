import { sql } from "drizzle-orm";
import type { Transaction } from "@/db";

let queueExists = false;

/** Has the search index follow what this transaction writes, as soon as it commits. Many wishes are one job. */
export async function wakeIndexer(tx: Transaction): Promise<void> {
  if (!(await hasQueue(tx))) return;
  await tx.execute(sql`select graphile_worker.add_job('index-catalogue', '{}'::json, job_key => 'index-catalogue')`);
}

/** A database without the job queue's schema (a test's, a tool's) is written to all the same. */
export async function hasQueue(tx: Transaction): Promise<boolean> {
  if (queueExists) return true;
  const [row] = await tx.execute<{ exists: boolean }>(sql`select exists (
    select from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'graphile_worker' and p.proname = 'add_job') as exists`);
  queueExists = row?.exists ?? false;
  return queueExists;
}
