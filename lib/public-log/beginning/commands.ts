import { gt, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db";
import { logEntries } from "@/db/schema";
import { logDecisions, logOfferings, type WrittenVersion } from "@/lib/public-log/commands";
import { versionFacts } from "@/lib/public-log/facts";

const atOnce = 500;

/** Puts into a log that is empty what a register that is older than its log has decided and published. Answers how many entries. */
export async function beginLog(): Promise<number> {
  return await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('begin-log', 0))`);
    if ((await tx.select({ id: logEntries.id }).from(logEntries).where(gt(logEntries.id, 0)).limit(1)).length > 0) return 0;
    const decisions = await tx.execute<{ id: string }>(sql`select id from decisions order by recorded_at, number`);
    for (const some of chunks(decisions))
      await logDecisions(
        tx,
        some.map(({ id }) => id),
      );
    const versions = await tx.execute<{ id: string }>(sql`select id from versions order by published_at, number`);
    for (const some of chunks(versions)) await logVersions(tx, some);
    const ended = await tx.execute<{ offeringId: string; act: "withdrawal" | "supersession" | "archiving" }>(sql`
      select id as "offeringId", case when superseded_by_id is not null then 'supersession' when status = 'archived' then 'archiving' else 'withdrawal' end as act
      from offerings where status in ('withdrawn', 'archived') and current_version_id is not null order by updated_at, id`);
    for (const some of chunks(ended)) await logOfferings(tx, [], some);
    return decisions.length + versions.length + ended.length;
  });
}

async function logVersions(tx: Transaction, versions: { id: string }[]): Promise<void> {
  const ids = JSON.stringify(versions.map(({ id }) => id));
  const which = sql`v.id in (select (jsonb_array_elements_text(${ids}::jsonb))::uuid)`;
  const rows = await tx.execute<WrittenVersion & { content: unknown; searchText: string }>(
    versionFacts({ which, more: sql`, v.content, v.search_text as "searchText"` }),
  );
  await logOfferings(
    tx,
    rows.map(({ content, searchText, ...written }) => ({ written, content, searchText })),
    [],
  );
}

function chunks<T>(rows: T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / atOnce) }, (_, one) => rows.slice(one * atOnce, (one + 1) * atOnce));
}
