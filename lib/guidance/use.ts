import { sql } from "drizzle-orm";
import type { Transaction } from "@/db";
import { today } from "@/lib/clock";

/** What a guidance service is counted doing at its desk. Nothing else is, and neither who nor for whom. */
export const uses = [
  "list-started",
  "offering-kept",
  "plan-read",
  "list-shared",
  "link-read",
  "printed-or-file",
  "search",
  "template-used",
] as const;
export type Use = (typeof uses)[number];

/** Counts a use of the desk for a service, on today's line. Last in a transaction: the line is held until its end. */
export async function countUse(tx: Transaction, organisationId: string, what: Use, times = 1): Promise<void> {
  if (times < 1) return;
  await tx.execute(sql`insert into guidance_uses (organisation_id, day, what, count) values (${organisationId}, ${today()}, ${what}, ${times})
    on conflict (organisation_id, day, what) do update set count = guidance_uses.count + excluded.count`);
}
