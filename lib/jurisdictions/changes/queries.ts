import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db";
import type { Actor } from "@/lib/auth/permissions";
import { findOversight } from "@/lib/authorities/queries";
import type { Assignment } from "@/lib/jurisdictions/jurisdiction";

/** A change as it was decided, with who decided it: for the page that lists them. */
export type DecidedChange = Assignment & { reason: string; by: string | null; recordedAt: string };

/** All changes that were ever decided, the latest first. Undefined for whoever keeps no authority. */
export async function listJurisdictionChanges(actor: Actor): Promise<DecidedChange[] | undefined> {
  if (!(await findOversight(actor, "authority.read"))) return undefined;
  return await db.execute<DecidedChange>(sql`
    select j.code, j.authorities, j.valid_from::text as from, j.number::int as number, j.reason, j.recorded_at as "recordedAt",
      coalesce(nullif(p.name, ''), p.email) as by
    from jurisdiction_changes j left join people p on p.id = j.decided_by_id order by j.valid_from desc, j.number desc`);
}
