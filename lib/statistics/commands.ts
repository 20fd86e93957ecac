import { sql } from "drizzle-orm";
import { db } from "@/db";
import { now, today } from "@/lib/clock";
import { statisticalRegions } from "@/lib/country/regions";
import { countHistories } from "./history/queries";
import { reportedYears } from "./page";
import { countAll } from "./queries";
import type { Scope } from "./scope";

let countedOn = "";
let historiesAt = 0;

/** Histories are counted anew on a new day, and where something happened at most so often: a past month seldom changes. */
const betweenHistories = 60 * 60 * 1000;

/** Counts anew what an event since may have changed, and once a day everything: days begin and end without an event. Safe to repeat. */
export async function refreshStatistics(): Promise<void> {
  const day = today();
  const [last] = await db.execute<{ id: string }>(sql`select coalesce(max(id), 0)::text as id from events`);
  const through = Number(last?.id ?? 0);
  const [kept] = await db.execute<{ id: string | null }>(sql`select min(through)::text as id from counted_statistics where year = 0`);
  if (kept?.id !== null && kept?.id !== undefined && Number(kept.id) === through && countedOn === day) return;

  const authorities = await db.execute<{ id: string; slug: string }>(sql`
    select id, slug from organisations where 'competent-authority' = any (roles)`);
  const overseen: Scope[] = authorities.map((authority) => ({ authority }));
  const scopes: Scope[] = ["country", ...overseen, ...statisticalRegions.map((region) => ({ region }))];
  await keep(scopes, 0, through);
  if (countedOn !== day || now().getTime() - historiesAt >= betweenHistories) {
    await keepHistories(scopes);
    historiesAt = now().getTime();
  }
  if (countedOn !== day) for (let back = 1; back <= reportedYears; back++) await keep(overseen, Number(day.slice(0, 4)) - back, through);
  countedOn = day;
}

async function keep(scopes: Scope[], year: number, through: number): Promise<void> {
  if (scopes.length === 0) return;
  const rows = [...(await countAll(db, scopes, year))].map(([scope, counted]) => ({ scope, ...counted }));
  await db.execute(sql`
    insert into counted_statistics (scope, year, counts, providers, counted_at, through)
    select r.scope, ${year}::int, r.counts, r.providers, r."countedAt", ${through}::bigint
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(scope text, counts jsonb, providers jsonb, "countedAt" timestamptz) order by r.scope
    on conflict (scope, year) do update set counts = excluded.counts, providers = excluded.providers, counted_at = excluded.counted_at,
      through = excluded.through`);
}

async function keepHistories(scopes: Scope[]): Promise<void> {
  const rows = await countHistories(db, scopes);
  await db.transaction(async (tx) => {
    // Two workers that count at once write one after the other.
    await tx.execute(sql`lock table counted_histories in share row exclusive mode`);
    await tx.execute(sql`delete from counted_histories`);
    await tx.execute(sql`
      insert into counted_histories (scope, code, category, part, "from", counts)
      select scope, code, category, part, "from", counts
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(scope text, code text, category text, part text, "from" date, counts int[])`);
  });
}
