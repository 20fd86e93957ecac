import { eq, sql } from "drizzle-orm";
import { db } from "@/db";
import { imports } from "@/db/schema";

/** How often an import was begun without coming on. */
export async function countAttempts(importId: string): Promise<number> {
  const [row] = await db.select({ attempts: imports.attempts }).from(imports).where(eq(imports.id, importId));
  return row?.attempts ?? 0;
}

/** Written before the file is touched, so that it is there when its process is not any more. Each chunk that is written sets it back. */
export async function beginAttempt(importId: string): Promise<number> {
  const [row] = await db
    .update(imports)
    .set({ attempts: sql`${imports.attempts} + 1` })
    .where(eq(imports.id, importId))
    .returning({ attempts: imports.attempts });
  return row?.attempts ?? 0;
}

/** A worker that is told to stop says nothing about the file. */
export async function forgetAttempts(importId: string): Promise<void> {
  await db.update(imports).set({ attempts: 0 }).where(eq(imports.id, importId));
}
