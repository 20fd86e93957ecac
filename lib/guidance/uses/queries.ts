import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db";
import { type Actor, may } from "@/lib/auth/permissions";
import { today } from "@/lib/clock";
import { type MonthOfUse, monthBefore, monthsOfUse, monthsShown } from "./uses";

/** How the service for which one acts used its desk, month by month; undefined for whoever acts for none. */
export async function listUse(actor: Actor): Promise<MonthOfUse[] | undefined> {
  const { organisationId } = actor;
  if (!organisationId || !may(actor, "guidance.use", { organisationId })) return undefined;
  const day = today();
  const counted = await db.execute<{ month: string; what: string; count: number }>(sql`
    select to_char(day, 'YYYY-MM') as month, what, sum(count)::int as count from guidance_uses
    where organisation_id = ${organisationId} and day >= ${`${monthBefore(day, monthsShown - 1)}-01`}::date group by 1, 2`);
  return monthsOfUse(counted, day);
}
