import path from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import { runMigrations } from "graphile-worker";
import postgres from "postgres";
import { client as pool } from "@/db";
import { ensureAuthorities } from "@/lib/authorities/commands";
import { env } from "@/lib/env";

/** Brings the schema up to date. Several may start at once (every pod of a rollout does): a lock lets one at a time through. */
const client = postgres(env.DATABASE_URL, { max: 1, onnotice: () => undefined });
const lock = 77_110_411;

await client`select pg_advisory_lock(${lock})`;
await migrate(drizzle(client), { migrationsFolder: path.resolve("db/migrations") });
await runMigrations({ connectionString: env.DATABASE_URL });
for (const slug of await ensureAuthorities()) console.log(`The authority ${slug} is in the register now.`);
await client`select pg_advisory_unlock(${lock})`;
await client.end();
await pool.end();
console.log("The database schema is up to date.");
