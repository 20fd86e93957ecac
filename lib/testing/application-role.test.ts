import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { client, db } from "@/db";
import { recordDecision } from "@/lib/decisions/commands";
import { allowApplication, writtenOnce, writtenOnceBut } from "@/lib/operations/application-role";
import { sequenceEntries } from "@/lib/public-log/sequencing/commands";
import { emptyDatabase } from "./database";
import { anOffering } from "./offerings";
import { aProvider } from "./registry";

/** What the running application can do with its own role, and what it cannot. */
const role = `app_${process.pid}_${Math.random().toString(36).slice(2, 8)}`;
const url = new URL(process.env.DATABASE_URL ?? "");
let application: postgres.Sql;

beforeAll(async () => {
  await emptyDatabase();
  await client.unsafe(`create role ${role} login password 'secret'`);
  const own = new URL(url);
  [own.username, own.password] = [role, "secret"];
  for (const _ of [1, 2]) await allowApplication(client, { owner: url.href, application: own.href });
  application = postgres(own.href, { max: 1, onnotice: () => undefined });

  const provider = await aProvider();
  await anOffering(provider);
  const actor = { id: "operator:test", role: "system", organisationId: null } as const;
  const day = { decidedOn: "2026-01-01", effectiveFrom: "2026-01-01" };
  await db.transaction((tx) =>
    recordDecision(tx, actor, { kind: "correct", authorityId: provider.authorityId, organisationId: provider.id, ...day, changes: [] }),
  );
  // A sixteenth leaf completes the first stored subtree.
  for (let one = 0; one < 16; one++)
    await client`insert into log_entries (kind, subject_id, organisation_id, content) values ('decision', gen_random_uuid(), gen_random_uuid(), ${`${one}`})`;
  await sequenceEntries();
  await client`insert into jurisdiction_changes (code, authorities, valid_from, reason) values ('BE1', '{}', '2027-01-01', 'A law')`;
  await client`insert into log_days select '2026-01-01', max(id) from log_checkpoints`;
});
afterAll(async () => {
  await application.end();
  await client.unsafe(`drop owned by ${role}`);
  await client.unsafe(`drop role ${role}`);
  await client.end();
});

const attempts = ["update", "delete", "truncate", "disable its triggers", "drop"] as const;

test.each(writtenOnce.flatMap((table) => attempts.map((attempt) => [attempt, table] as const)))(
  "it cannot %s %s",
  async (attempt, table) => {
    const [column] = await client<{ name: string; type: string }[]>`select column_name as name from information_schema.columns
    where table_name = ${table} and is_generated = 'NEVER' and column_name not in ('id', 'position') order by ordinal_position desc limit 1`;
    const statement = {
      update: `update ${table} set "${column?.name}" = "${column?.name}"`,
      delete: `delete from ${table}`,
      truncate: `truncate ${table} cascade`,
      "disable its triggers": `alter table ${table} disable trigger all`,
      drop: `drop table ${table} cascade`,
    }[attempt];
    const [before] = await client.unsafe(`select count(*)::int as rows from ${table}`);
    expect(before?.rows).toBeGreaterThan(0);
    // Insufficient privilege, and not a trigger that an owner could take away.
    await expect(application.unsafe(statement)).rejects.toMatchObject({ code: "42501" });
    expect((await client.unsafe(`select count(*)::int as rows from ${table}`))[0]).toEqual(before);
  },
);

const columnsOf = (table: string) => client<{ name: string }[]>`
  select column_name as name from information_schema.columns where table_name = ${table} order by ordinal_position`;

test.each(Object.entries(writtenOnceBut))("of %s it changes nothing but %s, and takes nothing away", async (table, allowed) => {
  const before = await client.unsafe(`select to_jsonb(t) - '${allowed}' as row from ${table} t order by 1`);
  expect(before.length).toBeGreaterThan(0);
  for (const { name } of await columnsOf(table)) {
    const attempt = application.unsafe(`update ${table} set "${name}" = "${name}"`);
    if (name === allowed) await attempt;
    else await expect(attempt, name).rejects.toMatchObject({ code: "42501" });
  }
  for (const statement of [
    `delete from ${table}`,
    `truncate ${table} cascade`,
    `alter table ${table} disable trigger all`,
    `drop table ${table}`,
  ])
    await expect(application.unsafe(statement), statement).rejects.toMatchObject({ code: "42501" });
  expect(await client.unsafe(`select to_jsonb(t) - '${allowed}' as row from ${table} t order by 1`)).toEqual(before);
});

test.each(Object.entries(writtenOnceBut))("the owner is stopped by triggers of %s in every column but %s", async (table, allowed) => {
  for (const { name } of await columnsOf(table))
    if (name !== allowed)
      await expect(client.unsafe(`update ${table} set "${name}" = "${name}"`), name).rejects.toMatchObject({ code: "23001" });
  for (const statement of [`delete from ${table}`, `truncate ${table} cascade`])
    await expect(client.unsafe(statement), statement).rejects.toMatchObject({ code: "23001" });
});

test.each(writtenOnce)("the owner is stopped by triggers of %s, unless they are taken away", async (table) => {
  const [column] = await client<
    { name: string }[]
  >`select column_name as name from information_schema.columns where table_name = ${table} limit 1`;
  for (const statement of [
    `update ${table} set "${column?.name}" = "${column?.name}"`,
    `delete from ${table}`,
    `truncate ${table} cascade`,
  ])
    await expect(client.unsafe(statement)).rejects.toMatchObject({ code: "23001" });
});

test.each(["set session_replication_role = replica", "set role postgres", "create table mine (n int)", "create role more superuser"])(
  "it cannot help itself: %s",
  async (statement) => {
    await expect(application.unsafe(statement)).rejects.toThrow();
  },
);

test("it reads, writes, adds to the log, and keeps the queue", async () => {
  await application`insert into log_entries (kind, subject_id, organisation_id, content) values ('decision', gen_random_uuid(), gen_random_uuid(), 'more')`;
  await application`update offerings set updated_at = now()`;
  await application`select graphile_worker.add_job('index-catalogue', '{}'::json, job_key => 'role')`;
  expect(await application`select 1 from graphile_worker._private_jobs where key = 'role'`).toHaveLength(1);
});
