import { like, sql } from "drizzle-orm";
import type { Transaction } from "@/db";
import { organisations } from "@/db/schema";

/** The slug that is wanted, or with a number after it. Whoever calls holds the lock under which slugs are handed out (`holdSlugs`). */
export async function freeSlug(tx: Transaction, wanted: string): Promise<string> {
  const taken = await tx
    .select({ slug: organisations.slug })
    .from(organisations)
    .where(like(organisations.slug, `${wanted}%`));
  const isFree = (slug: string) => !taken.some((row) => row.slug === slug);
  for (let number = 1; number <= taken.length; number++) {
    const slug = number === 1 ? wanted : `${wanted}-${number}`;
    if (isFree(slug)) return slug;
  }
  return taken.length === 0 ? wanted : `${wanted}-${taken.length + 1}`;
}

/** Of two who register at once, the second waits for the first and sees what it wrote. */
export async function holdSlugs(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('register-applicant'))`);
}
