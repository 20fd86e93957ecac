import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeEach, expect, test } from "vitest";
import { client, db } from "@/db";
import { logCheckpoints, logPositions } from "@/db/schema";
import { includes, isConsistent, leaf, treeHash } from "@/lib/public-log/fixtures/rfc6962";
import { openNote, readCheckpoint, readVerifierKey, signersOf } from "@/lib/public-log/note";
import {
  findDailyCheckpoint,
  findHead,
  listDailyCheckpoints,
  listEntries,
  listLogKeys,
  proveConsistency,
  proveInclusion,
} from "@/lib/public-log/queries";
import { emptyDatabase } from "@/lib/testing/database";
import { publishDailyCheckpoints, sequenceEntries } from "./commands";

beforeEach(emptyDatabase);
afterAll(() => client.end());

const id = () => crypto.randomUUID();

/** Entries as an act writes them, in the caller's transaction. */
const write = (database: typeof db, contents: string[]) =>
  database.execute(sql`insert into log_entries (kind, subject_id, organisation_id, content)
    select 'decision', ${id()}, ${id()}, jsonb_array_elements_text(${JSON.stringify(contents)}::jsonb)`);
const contentsOf = async () => (await listEntries(0, 1e9)).map(({ content }) => content);

test("of transactions side by side each gets its places when it is over, without gaps and for good", async () => {
  const held = await client.reserve();
  await held`begin`;
  await held`insert into log_entries (kind, subject_id, organisation_id, content) values ('decision', ${id()}, ${id()}, 'long')`;
  await write(db, ["short 1", "short 2"]);
  expect((await findHead())?.size).toBe(2);
  await write(db, ["short 3"]);
  await held`commit`;
  held.release();
  await write(db, ["short 4"]);
  expect((await findHead())?.size).toBe(5);
  const contents = await contentsOf();
  expect(contents.slice(0, 2)).toEqual(["short 1", "short 2"]);
  expect(contents.slice(2).toSorted()).toEqual(["long", "short 3", "short 4"]);
  await findHead();
  expect(await contentsOf()).toEqual(contents);
});

test("what is rolled back has no place and leaves no gap", async () => {
  await write(db, ["a"]);
  await db
    .transaction(async (tx) => {
      await write(tx as never, ["never"]);
      throw new Error("no");
    })
    .catch(() => undefined);
  await write(db, ["b"]);
  await sequenceEntries();
  expect((await listEntries(0, 9)).map(({ position, content }) => [position, content])).toEqual([
    [0, "a"],
    [1, "b"],
  ]);
});

test("twenty writers and five sequencers at once: every entry once, one head", async () => {
  const writers = Array.from({ length: 20 }, (_, one) =>
    write(
      db,
      Array.from({ length: 9 }, (__, entry) => `${one}-${entry}`),
    ),
  );
  await Promise.all([...writers, ...Array.from({ length: 5 }, () => sequenceEntries())]);
  const head = await findHead();
  const contents = await contentsOf();
  expect(new Set(contents).size).toBe(180);
  expect(head?.size).toBe(180);
  expect(Buffer.from(head?.root ?? [])).toEqual(treeHash(contents));
  expect(await db.$count(logPositions)).toBe(180);
});

test("more than one batch at once, and a database restored on a server that counts its transactions anew", async () => {
  await write(
    db,
    Array.from({ length: 20_500 }, (_, one) => `entry ${one}`),
  );
  expect((await findHead())?.size).toBe(20_500);
  const [last] = await db.select().from(logCheckpoints).orderBy(sql`id desc`).limit(1);
  await db.insert(logCheckpoints).values({ ...(last as NonNullable<typeof last>), id: undefined, seen: "900000000:900000000:" });
  await write(db, ["after the restore"]);
  expect((await findHead())?.size).toBe(20_501);
  await write(db, ["and another"]);
  expect((await findHead())?.size).toBe(20_502);
});

test("checkpoints are signed notes that verify; proofs between any of them hold by an implementation of their own", async () => {
  let total = 0;
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 60 }), fc.nat(), fc.nat(), async (more, one, other) => {
      await write(
        db,
        Array.from({ length: more }, (_, place) => `${total + place}`),
      );
      total += more;
      const head = await findHead();
      const contents = await contentsOf();
      expect(contents).toHaveLength(total);
      const opened = openNote(head?.note ?? "");
      const keys = (await listLogKeys()).flatMap((key) => readVerifierKey(key) ?? []);
      expect(keys).toHaveLength(1);
      expect(opened && signersOf(opened, keys)).toHaveLength(1);
      const root = treeHash(contents);
      expect(readCheckpoint(opened?.text ?? "")).toMatchObject({ origin: "localhost:3000/api/v1/log", size: total, root });

      const position = one % total;
      const path = await proveInclusion(position, total);
      expect(includes(leaf(contents[position] ?? ""), position, total, path, root)).toBe(true);
      const first = (other % total) + 1;
      const between = await proveConsistency(first, total);
      expect(isConsistent(first, total, between, treeHash(contents.slice(0, first)), root)).toBe(true);
    }),
    { numRuns: 25 },
  );
});

test("an empty log has a head too", async () => {
  const head = await findHead();
  expect(head).toMatchObject({ size: 0 });
  expect(Buffer.from(head?.root ?? [])).toEqual(treeHash([]));
  await findHead();
  expect(await db.$count(logCheckpoints)).toBe(1);
});

test("each day that is over has the checkpoint of its end, at an address that stays", async () => {
  const at = async (moment: string, content: string) => {
    process.env.CAIRN_NOW = moment;
    await write(db, [content]);
    await sequenceEntries();
  };
  try {
    await at("2026-11-01T10:00:00+01:00", "a");
    await at("2026-11-01T23:59:00+01:00", "b");
    await at("2026-11-02T00:01:00+01:00", "c");
    await publishDailyCheckpoints("2026-11-01", "Europe/Brussels");
    expect(await listDailyCheckpoints(10)).toEqual([]);
    await publishDailyCheckpoints("2026-11-04", "Europe/Brussels");
    const days = [
      ["2026-11-03", 3],
      ["2026-11-02", 3],
      ["2026-11-01", 2],
    ];
    expect((await listDailyCheckpoints(10)).map(({ day, size }) => [day, size])).toEqual(days);
    await Promise.all([publishDailyCheckpoints("2026-11-04", "Europe/Brussels"), publishDailyCheckpoints("2026-11-04", "Europe/Brussels")]);
    expect(await listDailyCheckpoints(10, "2026-11-03")).toHaveLength(2);
    expect(await findDailyCheckpoint("2026-11-01")).toMatchObject({ size: 2 });
    expect(await findDailyCheckpoint("2026-10-31")).toBeUndefined();
  } finally {
    delete process.env.CAIRN_NOW;
  }
});
