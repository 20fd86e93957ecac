import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db";
import { engine, indexNames } from "@/lib/catalogue/engine";
import { workerLock } from "./presence";

type State = { ok: boolean; detail: string };

/** What the instance needs to do its work, each with its state. */
export async function readiness(): Promise<{ database: State; search: State; worker: State }> {
  const [database, search, worker] = await Promise.all([askDatabase(), askSearch(), askWorker()]);
  return { database, search, worker };
}

async function asked(question: () => Promise<State>): Promise<State> {
  try {
    return await question();
  } catch (fault) {
    return { ok: false, detail: fault instanceof Error ? fault.message : "unknown" };
  }
}

function askDatabase(): Promise<State> {
  return asked(async () => {
    await db.execute(sql`select 1`);
    return { ok: true, detail: "answers" };
  });
}

function askSearch(): Promise<State> {
  return asked(async () => {
    const { numberOfDocuments } = await engine.index(indexNames.offerings).getStats();
    return { ok: true, detail: `${numberOfDocuments} offerings` };
  });
}

/** Every worker holds this lock as long as it lives (lib/operations/presence.ts); the oldest event that waits tells how far they are behind. */
function askWorker(): Promise<State> {
  return asked(async () => {
    const [row] = await db.execute<{ workers: number; waiting: number; seconds: number }>(sql`
      select (select count(*)::int from pg_locks where locktype = 'advisory' and mode = 'ShareLock' and granted
          and (classid::bigint << 32) | objid::bigint = ${workerLock}::bigint) as workers,
        count(*)::int as waiting, coalesce(extract(epoch from now() - min(happened_at)), 0)::int as seconds
      from events where indexed_at is null`);
    const { workers = 0, waiting = 0, seconds = 0 } = row ?? {};
    const backlog = waiting > 0 ? `${waiting} events wait, the oldest for ${seconds} s` : "nothing waits";
    return { ok: workers > 0 && seconds < 300, detail: `${workers} at work, ${backlog}` };
  });
}
