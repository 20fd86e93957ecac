import "server-only";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import * as schema from "./schema";

/**
 * The one connection pool of this process. It connects on first use, so that building the site needs no database; lib/env has
 * checked the address before anything runs. Notices are the server's chatter about objects that exist already.
 */
export const client = postgres(process.env.DATABASE_URL ?? "postgres://localhost/none", {
  max: Number(process.env.DATABASE_POOL ?? 10),
  onnotice: () => undefined,
  connection: { application_name: "cairn" },
});

// Drizzle sends all it builds through `unsafe`, which would have the server plan a known query anew each time.
const { unsafe } = client;
client.unsafe = (query, parameters, options) =>
  parameters && parameters.length > 0 ? unsafe(query, parameters, { prepare: true, ...options }) : unsafe(query, parameters, options);

export const db = drizzle(client, { schema, casing: "snake_case" });

export type Transaction = Parameters<Parameters<typeof db.transaction>[0]>[0];
/** Either the pool or a transaction in progress: reads take both. */
export type Database = typeof db | Transaction;
