import path from "node:path";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import { runMigrations } from "graphile-worker";
import postgres from "postgres";
import { client, db } from "@/db";

/** Makes the schema in the database that this test worker was given; runs once before its files. */
export async function prepareDatabase(url: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => undefined });
  await migrate(drizzle(client), { migrationsFolder: path.resolve("db/migrations") });
  await client.end();
  await runMigrations({ connectionString: url });
}

/** Takes all rows away, also those that triggers protect, and pending jobs. */
export async function emptyDatabase(): Promise<void> {
  const tables = await db.execute<{ name: string }>(sql`select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`);
  await db.transaction(async (tx) => {
    // Where the log may not be emptied, this session does it as one that only copies: triggers do not ask it.
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql.raw(`truncate ${tables.map(({ name }) => name).join(", ")} restart identity cascade`));
  });
  await db.execute(sql`delete from graphile_worker._private_jobs`);
}

export async function closeDatabase(): Promise<void> {
  await client.end();
}
