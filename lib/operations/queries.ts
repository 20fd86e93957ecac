import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db";
import { engine, indexNames } from "@/lib/catalogue/engine";

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

/** A worker that lives drains the events: the oldest that waits tells how far it is behind. */
function askWorker(): Promise<State> {
  return asked(async () => {
    const [row] = await db.execute<{ waiting: number; seconds: number }>(
      sql`select count(*)::int as waiting, coalesce(extract(epoch from now() - min(happened_at)), 0)::int as seconds from events where indexed_at is null`,
    );
    const seconds = row?.seconds ?? 0;
    return { ok: seconds < 300, detail: row?.waiting ? `${row.waiting} events wait, the oldest for ${seconds} s` : "nothing waits" };
  });
}
