import "server-only";
import { sql } from "drizzle-orm";
import { type Database, db } from "@/db";
import { now, today } from "@/lib/clock";
import { country } from "@/lib/country/country";
import { type Day, startOfDay } from "@/lib/days/days";
import type { FigureCode } from "@/lib/statistics/figure";
import { type Scope, scopeKey } from "@/lib/statistics/scope";
import { countingHistory } from "./counting";
import { addUp, type Change, type Course, endsOf, type History, lastMonths } from "./history";

export type Counted = { scope: string; code: string; category: string; part: string; from: Day; counts: number[] };

/** Counts what every figure was at the end of each month, for all scopes in one pass. */
export async function countHistories(database: Pick<Database, "execute">, scopes: Scope[]): Promise<Counted[]> {
  const months = lastMonths(today());
  const moment = now().getTime();
  const marks = endsOf(months).map((end) => new Date(Math.min(1000 * startOfDay(end, country.timeZone), moment)));
  const changes = await database.execute<Change>(countingHistory(scopes, marks, country.timeZone));
  return [...addUp([...changes], months.length).values()].map((one) => ({ ...one, from: months[0] ?? today() }));
}

/** The figures of a scope over time, as counted once a day; empty where the worker has not come to it. */
export async function readHistories(scope: Scope): Promise<Partial<Record<FigureCode, History>>> {
  const rows = await db.execute<Course & { code: FigureCode; from: Day }>(sql`
    select code, category, part, "from"::text as from, counts from counted_histories where scope = ${scopeKey(scope)}`);
  return Object.fromEntries(
    [...Map.groupBy(rows, ({ code }) => code)].map(([code, of]) => {
      const [first] = of;
      const count = first?.counts.length ?? 0;
      const months = lastMonths(today(), 48)
        .filter((month) => first && month >= first.from)
        .slice(0, count);
      const byLast = (a: Course, b: Course) => (b.counts.at(-1) ?? 0) - (a.counts.at(-1) ?? 0) || a.category.localeCompare(b.category);
      return [code, { months, courses: of.map(({ category, part, counts }) => ({ category, part, counts })).sort(byLast) }];
    }),
  );
}
