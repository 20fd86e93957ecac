import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { client } from "@/db";
import { verifyCopy } from "@/lib/public-log/copying/comparison";
import { writeCopy } from "@/lib/public-log/copying/writing";
import { type Column, columnsOf, keepAside, otherValue, putBack, tamper } from "@/lib/public-log/fixtures/tampering";
import { checkpointText, newSigner, signNote } from "@/lib/public-log/note";
import { emptyEdge, grow, leafHash, rootOf } from "@/lib/public-log/tree";
import { verifyLog } from "@/lib/public-log/verify/verification";
import { emptyDatabase } from "./database";
import { aRegisterWithAPast } from "./log-register";

/** Somebody who owns the database changes rows behind the log, each table in each way, and is found out by name. */
const recorded = ["organisation_names", "organisation_identifiers", "organisation_successions"];
const told = ["decisions", "versions", "offerings", "registrations", "accreditations", "restrictions", ...recorded];
const own = ["log_entries", "log_positions", "log_nodes", "log_checkpoints", "log_keys", "log_days"];
const tables = [...told, ...own];
const folder = mkdtempSync(path.join(tmpdir(), "cairn-log-"));

/** What the log does not speak of: numbers that only this database knows, drafts' own columns, when a machine did something. */
const silent: Record<string, string[]> = {
  offerings: ["external_id", "created_at", "updated_at"],
  ...Object.fromEntries(["registrations", "accreditations", "restrictions", ...recorded].map((table) => [table, ["id"]])),
  log_entries: ["transaction"],
  log_checkpoints: ["seen", "made_at"],
  log_keys: ["since"],
};

const verify = async () => (await verifyLog({ keys: [], timeZone: "Europe/Brussels", today: "2026-11-05" })).findings;

/** A row by where it stands, chosen anew each time. */
async function someRow(table: string, where = recorded.includes(table) ? "decision_id is not null" : "true") {
  const [row] = await client.unsafe(
    `select ctid::text as at, to_jsonb(t) as fields from ${table} t where ${where} order by random() limit 1`,
  );
  if (!row) throw new Error(`${table} is empty`);
  return row as unknown as { at: string; fields: Record<string, unknown> };
}

let columns: Map<string, Column[]>;
beforeAll(async () => {
  await emptyDatabase();
  await aRegisterWithAPast();
  await keepAside(client, tables);
  columns = new Map(await Promise.all(tables.map(async (table) => [table, await columnsOf(client, table)] as const)));
  expect(await writeCopy(folder)).toEqual({ size: 72, days: 4 });
}, 60_000);
afterEach(() => putBack(client, tables));
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await client.end();
});

test("a register that nobody changed is as its log says", async () => {
  expect(await verify()).toEqual([]);
  expect((await verifyCopy(folder, [])).findings).toEqual([]);
});

test.each(told)(
  "any column of a row of %s, changed by hand, is named",
  async (table) => {
    for (const column of (columns.get(table) ?? []).filter(({ name }) => !silent[table]?.includes(name))) {
      const { at, fields } = await someRow(table);
      const value = column.type === "enum" ? `${otherValue(column)}::${await enumOf(table, column)}` : otherValue(column);
      await tamper(client, `update ${table} set "${column.name}" = ${value} where ctid = '${at}'`);
      const found = (await verify()).filter((finding) => finding.table === table);
      const named = column.name === "recorded" ? ["recorded_from", "recorded_until", "row"] : [column.name, "row"];
      expect(
        found.map(({ field }) => field).some((field) => named.includes(field)),
        `${table}.${column.name}`,
      ).toBe(true);
      // Where the row can no longer be told from another, the one that lacks is named by its decision.
      expect(
        found.some(({ id, log }) => id === String(fields.id) || log.includes(String(fields.decision_id))),
        `${table}.${column.name}`,
      ).toBe(true);
      await putBack(client, tables);
    }
  },
  120_000,
);

async function enumOf(table: string, { name }: Column): Promise<string> {
  const [row] = await client`select udt_name as type from information_schema.columns where table_name = ${table} and column_name = ${name}`;
  return row?.type;
}

test.each(own)(
  "any column of a row of %s, changed by hand, is found in the log itself",
  async (table) => {
    for (const column of (columns.get(table) ?? []).filter(({ name }) => !silent[table]?.includes(name))) {
      const { at } = await someRow(table, column.name === "salt" ? "kind = 'decision'" : undefined);
      const value = column.type === "enum" ? `${otherValue(column)}::${await enumOf(table, column)}` : otherValue(column);
      await tamper(client, `update ${table} set "${column.name}" = ${value} where ctid = '${at}'`);
      const found = await verify();
      const where = column.name === "salt" ? ["decisions"] : own;
      expect(
        found.some((finding) => where.includes(finding.table)),
        `${table}.${column.name}: ${JSON.stringify(found)}`,
      ).toBe(true);
      await putBack(client, tables);
    }
  },
  120_000,
);

test.each(tables)("a row of %s that was taken away is missed", async (table) => {
  // The last day is published again from what is there, with the same words.
  const { at, fields } = await someRow(table, table === "log_days" ? "day < (select max(day) from log_days)" : undefined);
  await tamper(client, `delete from ${table} where ctid = '${at}'`);
  const found = await verify();
  expect(
    found.some((finding) => (told.includes(table) ? finding.table === table : own.includes(finding.table))),
    JSON.stringify(fields),
  ).toBe(true);
});

test.each(told)("a row of %s that was put in beside the register's own ways has no entry", async (table) => {
  const copied = (columns.get(table) ?? []).map(({ name }) => name).filter((name) => name !== "id");
  const changed: Record<string, string> = {
    ...{ number: "number + 500", slug: "slug || '-2'", external_id: "external_id || '-2'", key: "key || '-2'" },
    ...(table === "registrations" ? { valid: "'[1990-01-01,1991-01-01)'" } : {}),
  };
  const { at } = await someRow(table);
  const names = copied.map((name) => `"${name}"`).join(", ");
  const values = copied.map((name) => changed[name] ?? `"${name}"`).join(", ");
  await tamper(client, `insert into ${table} (${names}) select ${values} from ${table} where ctid = '${at}'`);
  const found = await verify();
  expect(found.map(({ table, field, log }) => ({ table, field, log }))).toEqual([{ table, field: "row", log: "no entry" }]);
});

test.each([
  [
    "log_entries",
    "insert into log_entries (kind, subject_id, organisation_id, content) select kind, subject_id, organisation_id, content from log_entries where kind = 'decision' limit 1",
  ],
  ["log_positions", "insert into log_positions select max(position) + 1, 1, sha256('x') from log_positions"],
  ["log_nodes", "insert into log_nodes values (4, 99, sha256('x'))"],
  [
    "log_checkpoints",
    "insert into log_checkpoints (previous_id, size, root, note, seen, made_at) select max(id), max(size), sha256('x'), min(note), '1:1:', now() from log_checkpoints",
  ],
  ["log_keys", "insert into log_keys values ('elsewhere.example+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW', now())"],
  ["log_days", "insert into log_days select '2099-01-01', max(id) from log_checkpoints"],
])("a row put into %s is found", async (_, statement) => {
  await tamper(client, statement);
  expect(await verify()).not.toEqual([]);
});

/** The whole log written anew, with hashes, subtrees and a root that fit, as whoever owns the database can. */
async function rewrite(signer = newSigner("localhost:3000/api/v1/log", Buffer.alloc(32, 9))): Promise<void> {
  const rows = await client<{ position: string; content: string }[]>`
    select p.position, e.content from log_positions p join log_entries e on e.id = p.entry_id order by p.position`;
  const hashes = rows.map(({ content }) => leafHash(content));
  const { edge, complete } = grow(emptyEdge(), hashes);
  const note = signNote(checkpointText({ origin: signer.name, size: edge.size, root: rootOf(edge) }), [signer]);
  await client.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    for (const [one, { position }] of rows.entries())
      await tx`update log_positions set leaf_hash = ${hashes[one] ?? ""} where position = ${position}`;
    for (const { height, place, hash } of complete)
      await tx`update log_nodes set hash = ${hash} where height = ${height} and place = ${place}`;
    await tx`delete from log_days`;
    await tx`delete from log_checkpoints where id < (select max(id) from log_checkpoints)`;
    await tx`update log_checkpoints set previous_id = null, note = ${note}, root = ${rootOf(edge)}`;
    await tx`delete from log_keys`;
    await tx`insert into log_keys values (${signer.verifierKey}, now())`;
  });
}

const reorder = "update log_positions set position = case position when 3 then 5 when 5 then 3 end where position in (3, 5)";

test("entries in another order are found; with everything made to fit, by the key, which is not in the database", async () => {
  await tamper(
    client,
    reorder
      .replace("position = case", "entry_id = case")
      .replace(
        "when 3 then 5 when 5 then 3",
        "when 3 then (select entry_id from log_positions where position = 5) when 5 then (select entry_id from log_positions where position = 3)",
      ),
  );
  expect((await verify()).some(({ table }) => own.includes(table))).toBe(true);
  await rewrite();
  const found = await verify();
  expect(found.map(({ table }) => table)).toEqual(expect.arrayContaining(["log_checkpoints", "log_keys"]));
});

test("even signed with the log's own key, a rewritten log is not that of a copy that somebody kept: each place is named", async () => {
  await tamper(
    client,
    "update log_entries set content = replace(content, '2026-11-02 3', '2026-11-02 4') where content like '%2026-11-02 3\"%'",
  );
  await tamper(client, `update decisions set statement = '{"en":"2026-11-02 4"}' where statement ->> 'en' = '2026-11-02 3'`);
  await rewrite(newSigner("localhost:3000/api/v1/log", Buffer.alloc(32, 1)));
  expect(await verify()).toEqual([]);
  const { findings } = await verifyCopy(folder, []);
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatchObject({ table: "log_entries", field: "content" });
  expect(findings[0]?.log).toContain("2026-11-02 3");
  expect(findings[0]?.stands).toContain("2026-11-02 4");
});

test.each([
  ["an entry", "entries.jsonl", (text: string) => text.replace("As decided", "As denied"), ["copy", "log_entries"]],
  ["a missing entry", "entries.jsonl", (text: string) => text.split("\n").slice(1).join("\n"), ["copy", "log_entries"]],
  ["a checkpoint", "checkpoints/2026-11-01", (text: string) => text.replace(/\n(\d+)\n/, "\n9\n"), ["copy"]],
] as const)("a copy that is false itself says so: %s", async (_, name, change, named) => {
  const file = path.join(folder, name);
  const was = readFileSync(file, "utf8");
  writeFileSync(file, change(was));
  const found = new Set((await verifyCopy(folder, [])).findings.map(({ table }) => table));
  writeFileSync(file, was);
  expect([...found].sort()).toEqual([...named].sort());
});
