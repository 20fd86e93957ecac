import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db";
import { today } from "@/lib/clock";
import { country } from "@/lib/country/country";
import type { Plan } from "./plan";
import { type ClientBounds, type PlannedItem, planOfList } from "./steps";

/** Of some offerings, which of them count towards which others of them, as their providers state it. */
async function leadsToAmong(ids: readonly string[]): Promise<Map<string, string[]>> {
  if (ids.length < 2) return new Map();
  const among = sql`any (${sql.param([...ids])}::uuid[])`;
  const rows = await db.execute<{ part: string; whole: string }>(sql`
    select part.id as part, whole.id as whole from offerings whole join organisations p on p.id = whole.provider_id
      join versions v on v.content->'stacksInto' ? (p.slug || ':' || whole.external_id)
      join offerings part on part.current_version_id = v.id
    where whole.id = ${among} and part.id = ${among} and whole.superseded_by_id is null`);
  return new Map([...Map.groupBy(rows, ({ part }) => part)].map(([part, all]) => [part, all.map(({ whole }) => whole)]));
}

/** The plan of a list as it stands today. */
export async function findPlan(items: readonly PlannedItem[], bounds: ClientBounds): Promise<Plan> {
  const leadsTo = await leadsToAmong(items.map(({ offering }) => offering.id));
  return planOfList(items, bounds, { day: today(), rules: country, leadsTo });
}
