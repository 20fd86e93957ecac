import { sql } from "drizzle-orm";
import type { Transaction } from "@/db";
import { hasQueue } from "./wake-indexer";

/** Has what this transaction puts into the public log take its place there as soon as it commits. Many wishes are one job. */
export async function wakeSequencer(tx: Transaction): Promise<void> {
  if (!(await hasQueue(tx))) return;
  await tx.execute(sql`select graphile_worker.add_job('sequence-log', '{}'::json, job_key => 'sequence-log')`);
}
