import type { Sql, TransactionSql } from "postgres";

/** Written once: the application adds to these and never changes them. Triggers refuse it besides, to the owner too. */
export const writtenOnce = [
  "decisions",
  "versions",
  "log_entries",
  "log_positions",
  "log_nodes",
  "log_checkpoints",
  "log_keys",
  "log_days",
  "jurisdiction_changes",
];

/** Events are written once too, but that the search index has taken them up is noted on them. */
export const writtenOnceBut = { events: "indexed_at" } as const;

/**
 * Gives the role of the running application what it needs, and no right to rewrite what the register keeps. Safe to repeat: every start
 * does, so that new tables are included. Where the application's role owns the database there is nothing to give, or to keep from it.
 */
export async function allowApplication(owner: Sql, urls: { owner: string; application: string }): Promise<void> {
  const [role, ownerRole] = [urls.application, urls.owner].map((url) => decodeURIComponent(new URL(url).username));
  if (!role || role === ownerRole) return;
  await owner.begin(async (tx) => {
    const name = tx(role);
    for (const schema of ["public", "graphile_worker"]) {
      await tx`grant usage on schema ${tx(schema)} to ${name}`;
      await tx`grant select, insert, update, delete on all tables in schema ${tx(schema)} to ${name}`;
      await tx`grant usage, select on all sequences in schema ${tx(schema)} to ${name}`;
    }
    // After a large import it has the tables looked at anew, and frees what feedback left behind.
    const [server] = await tx`select current_setting('server_version_num')::int >= 170000 as "knowsMaintain"`;
    if (server?.knowsMaintain) await tx`grant maintain on all tables in schema public to ${name}`;
    for (const table of writtenOnce) await tx`revoke update, delete, truncate, references, trigger on ${tx(table)} from ${name}`;
    for (const [table, column] of Object.entries(writtenOnceBut)) {
      await tx`revoke update, delete, truncate, references, trigger on ${tx(table)} from ${name}`;
      await tx`grant update (${tx(column)}) on ${tx(table)} to ${name}`;
    }
    await openQueue(tx, role);
  });
}

/** The job queue lets nobody but its owner see rows, unless a policy says so. */
async function openQueue(tx: TransactionSql, role: string): Promise<void> {
  const closed = await tx<{ name: string }[]>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'graphile_worker' and c.relrowsecurity
      and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = ${role})`;
  for (const { name } of closed)
    await tx`create policy ${tx(role)} on graphile_worker.${tx(name)} to ${tx(role)} using (true) with check (true)`;
}
