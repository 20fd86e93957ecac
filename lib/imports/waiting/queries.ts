import { sql } from "drizzle-orm";
import type { Transaction } from "@/db";
import type { Problem } from "@/lib/result";

/** Files of one provider that wait or are in hand: as many as somebody can be meaning to. */
const mostOfProvider = 5;

/** Bytes that wait or are in hand in the whole instance: each is kept in the database, and read whole by a worker. */
const mostBytes = 1024 * 1024 * 1024;

/**
 * Why a file has to wait outside. The lock lasts until the transaction ends, so that files that come side by side are counted one after the
 * other.
 */
export async function problemWithWaiting(tx: Transaction, providerId: string, size: number): Promise<Problem | undefined> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('imports that wait', 1))`);
  const [waiting] = await tx.execute<{ own: number; bytes: number }>(sql`
    select count(distinct i.id) filter (where i.provider_id = ${providerId})::int as own, coalesce(sum(octet_length(p.bytes)), 0)::float8 as bytes
    from imports i left join import_pieces p on p.import_id = i.id where i.status in ('queued', 'running')`);
  if ((waiting?.own ?? 0) >= mostOfProvider) return { code: "importsWaiting" };
  return (waiting?.bytes ?? 0) + size > mostBytes ? { code: "uploadsBusy" } : undefined;
}
