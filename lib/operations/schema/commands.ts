import "server-only";
import path from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import { runMigrations } from "graphile-worker";
import postgres from "postgres";
import { operator } from "@/lib/auth/permissions";
import { ensureAuthorities } from "@/lib/authorities/commands";
import { env } from "@/lib/env";
import { allowApplication } from "@/lib/operations/application-role";
import { ensurePlaces } from "@/lib/places/commands";
import { beginLog } from "@/lib/public-log/beginning/commands";
import { ensureSynonyms } from "@/lib/synonyms/commands";

const lock = 77_110_411;

/** Brings the schema up to date. Several may start at once (every pod of a rollout does): a lock lets one at a time through. */
export async function migrateDatabase(tell: (line: string) => void): Promise<void> {
  const owner = env.MIGRATION_DATABASE_URL ?? env.DATABASE_URL;
  const client = postgres(owner, { max: 1, onnotice: () => undefined });

  await client`select pg_advisory_lock(${lock})`;
  await migrate(drizzle(client), { migrationsFolder: path.resolve("db/migrations") });
  await runMigrations({ connectionString: owner });
  await allowApplication(client, { owner, application: env.DATABASE_URL });
  const begun = await beginLog();
  if (begun > 0) tell(`The public log begins with ${begun} entries of the past.`);
  for (const slug of await ensureAuthorities()) tell(`The authority ${slug} is in the register now.`);
  const words = await ensureSynonyms(operator("migrate"));
  if (words > 0) tell(`Search knows ${words} groups of words for one another.`);
  const towns = await ensurePlaces();
  if (towns > 0) tell(`Search knows ${towns} towns and villages.`);
  await client`select pg_advisory_unlock(${lock})`;
  await client.end();
  tell("The database schema is up to date.");
}
