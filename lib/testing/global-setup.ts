import postgres from "postgres";
import { prepareDatabase } from "./database";

/**
 * One template database with the schema, for setup.ts to copy. `npm test` gives the servers' addresses; without them the tests
 * that need a database say so.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const server = process.env.DATABASE_URL;
  if (!server) throw new Error("DATABASE_URL is not set: run the tests through `npm test` or `npm test -- unit`");

  const name = `template_${process.pid}`;
  const admin = postgres(server, { max: 1, onnotice: () => undefined });
  await admin.unsafe(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  await prepareDatabase(url.href);
  process.env.TEST_TEMPLATE = name;
  process.env.TEST_SERVER = server;

  return async () => {
    const made = await admin`select datname as name from pg_database where datname like ${`${name}%`}`;
    for (const { name } of made) await admin.unsafe(`drop database if exists ${name} with (force)`);
    await admin.end();
  };
}
