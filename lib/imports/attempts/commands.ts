import { eq, sql } from "drizzle-orm";
import { db } from "@/db";
import { imports, type qualityImports } from "@/db/schema";

/** What counts how often it was begun: files of providers, also while they are undone, and files of quality data. */
type Counted = typeof imports | typeof qualityImports;

/** So often a file is begun in one place: a worker may be killed for a reason of its own, hardly three times. */
export const mostAttempts = 3;

/** How often a file was begun without coming on. */
export async function countAttempts(importId: string, table: Counted = imports): Promise<number> {
  const [row] = await db.select({ attempts: table.attempts }).from(table).where(eq(table.id, importId));
  return row?.attempts ?? 0;
}

/** Written before the file is touched, so that it is there when its process is not any more. Each chunk that is written sets it back. */
export async function beginAttempt(importId: string, table: Counted = imports): Promise<number> {
  const [row] = await db
    .update(table)
    .set({ attempts: sql`${table.attempts} + 1` })
    .where(eq(table.id, importId))
    .returning({ attempts: table.attempts });
  return row?.attempts ?? 0;
}

/** A worker that is told to stop says nothing about the file. */
export async function forgetAttempts(importId: string, table: Counted = imports): Promise<void> {
  await db.update(table).set({ attempts: 0 }).where(eq(table.id, importId));
}
