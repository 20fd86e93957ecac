import "server-only";
import { sql } from "drizzle-orm";
import { type Database, db } from "@/db";
import type { Day } from "@/lib/days/days";

/**
 * The root of the first daily checkpoint that was made after a moment: one that was made before it was known already. In base64, as the
 * checkpoint itself has it.
 */
export async function findSeed(database: Database, announcedAt: Date): Promise<{ seed: string; seedDay: Day } | undefined> {
  const [row] = await database.execute<{ seed: string; seedDay: Day }>(sql`
    select encode(c.root, 'base64') as seed, d.day::text as "seedDay" from log_days d join log_checkpoints c on c.id = d.checkpoint_id
    where c.made_at > ${announcedAt.toISOString()}::timestamptz order by d.day limit 1`);
  return row && { ...row };
}

/** Plans whose sample waits for nothing but its draw. */
export async function listUndrawn(database: Database = db): Promise<{ slug: string }[]> {
  return await database.execute<{ slug: string }>(sql`
    select p.slug from audit_plans p where p.drawn_at is null and (p.random = 0 or p.seed is not null or (p.seed_source is null and exists (
      select from log_days d join log_checkpoints c on c.id = d.checkpoint_id where c.made_at > p.announced_at))) order by p.announced_at`);
}
