import { sql } from "drizzle-orm";
import { db } from "@/db";
import { today } from "@/lib/clock";
import { reportedYears } from "./page";
import { type Asked, countStatistics, scopeOf } from "./queries";

let countedOn = "";

/** Counts anew what an event since may have changed, and once a day everything: days begin and end without an event. Safe to repeat. */
export async function refreshStatistics(): Promise<void> {
  const day = today();
  const [last] = await db.execute<{ id: string }>(sql`select coalesce(max(id), 0)::text as id from events`);
  const through = Number(last?.id ?? 0);
  const [kept] = await db.execute<{ id: string | null }>(sql`select min(through)::text as id from counted_statistics where year = 0`);
  if (kept?.id !== null && kept?.id !== undefined && Number(kept.id) === through && countedOn === day) return;

  const authorities = await db.execute<{ id: string; slug: string }>(sql`
    select id, slug from organisations where 'competent-authority' = any (roles)`);
  const years = countedOn === day ? [0] : [0, ...Array.from({ length: reportedYears }, (_, back) => Number(day.slice(0, 4)) - 1 - back)];
  for (const authority of [null, ...authorities]) for (const year of authority ? years : [0]) await keep({ authority, year }, through);
  countedOn = day;
}

async function keep(asked: Asked, through: number): Promise<void> {
  const { counts, providers, countedAt } = await countStatistics(db, asked);
  await db.execute(sql`
    insert into counted_statistics (scope, year, counts, providers, counted_at, through)
    values (${scopeOf(asked)}, ${asked.year}, ${JSON.stringify(counts)}::jsonb, ${JSON.stringify(providers)}::jsonb, ${countedAt.toISOString()}, ${through})
    on conflict (scope, year) do update set counts = excluded.counts, providers = excluded.providers, counted_at = excluded.counted_at,
      through = excluded.through`);
}
