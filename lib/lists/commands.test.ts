import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db";
import { lists } from "@/db/schema";
import { newSecret } from "@/lib/auth/secret";
import { today } from "@/lib/clock";
import { addDays } from "@/lib/days/days";
import { emptyDatabase } from "@/lib/testing/database";
import { anOffering, withdraw } from "@/lib/testing/offerings";
import { aProvider, suspend, type TestProvider } from "@/lib/testing/registry";
import { changeList, endList, forgetOldLists, shareList } from "./commands";
import { findListByLink, findListBySecret } from "./queries";
import { readTokenOf } from "./secrets";

let provider: TestProvider;
let soil: string;

beforeEach(async () => {
  await emptyDatabase();
  provider = await aProvider();
  soil = await anOffering(provider, { slug: "soil", sessions: [{ startsOn: addDays(today(), 40), seatsLeft: 3 }] });
  await anOffering(provider, { slug: "pruning" });
});

const entries = [
  { slug: "soil", note: "Ask about the evening group." },
  { slug: "pruning", note: "" },
];
const input = { title: "For the garden", days: 90, entries };

async function share(change: Partial<typeof input> = {}): Promise<string> {
  const shared = await shareList("en", { ...input, ...change });
  if (!shared.ok) throw new Error(shared.problems[0]?.code);
  return shared.value.secret;
}

const slugsOf = async (secret: string) => (await findListBySecret(secret))?.items.map(({ offering, note }) => [offering.slug, note]);

test("a form that is sent twice makes one list; with other words in it, another", async () => {
  const once = newSecret();
  const send = async (title = "For the garden") => await shareList("en", { ...input, title }, once);
  const [first, second] = await Promise.all([send(), send()]);
  expect(first).toEqual(second);
  expect(await send()).toEqual(first);
  expect(await db.select().from(lists)).toHaveLength(1);
  expect(await send("Another")).not.toEqual(first);
  expect(await shareList("en", input, newSecret())).not.toEqual(first);
  expect(await db.select().from(lists)).toHaveLength(3);
  if (first.ok) expect(await slugsOf(first.value.secret)).toHaveLength(2);
});

test("a list is read by one link and changed by another, of which the database holds neither", async () => {
  const secret = await share();
  const list = await findListByLink(readTokenOf(secret));
  expect(list).toMatchObject({ title: "For the garden", expiresOn: addDays(today(), 90) });
  expect(await slugsOf(secret)).toEqual([
    ["soil", "Ask about the evening group."],
    ["pruning", ""],
  ]);
  expect(await findListByLink(secret)).toBeUndefined();
  expect(await findListBySecret(readTokenOf(secret))).toBeUndefined();
  const [row] = await db.execute(sql`select lists::text as text from lists`);
  expect(String(row?.text)).not.toContain(secret);
  expect(String(row?.text)).not.toContain(readTokenOf(secret));
});

test("nothing is shared that holds no offering of the register", async () => {
  expect(await shareList("en", { ...input, entries: [{ slug: "nowhere", note: "" }] })).toEqual({
    ok: false,
    problems: [{ code: "listEmpty" }],
  });
  await anOffering(provider, { slug: "draft", status: "draft" });
  expect((await shareList("en", { ...input, entries: [{ slug: "draft", note: "" }] })).ok).toBe(false);
  expect(await db.execute(sql`select from lists`)).toHaveLength(0);
});

test("what has changed since is told, and goes on being told when the list is changed", async () => {
  const secret = await share();
  await db.execute(sql`update sessions set seats_left = 0`);
  expect((await changeList(secret, { ...input, title: "Another", entries: entries.slice(0, 1) })).ok).toBe(true);
  const list = await findListByLink(readTokenOf(secret));
  expect(list).toMatchObject({ title: "Another", items: [{ changes: [{ what: "full" }] }] });
  await suspend(provider, "2026-01-01");
  expect((await findListByLink(`${readTokenOf(secret)}`))?.items).toHaveLength(1);
});

test("what was withdrawn stays in the list and says so", async () => {
  const secret = await share();
  await withdraw(soil);
  expect((await findListByLink(readTokenOf(secret)))?.items[0]).toMatchObject({
    offering: { notice: "withdrawn" },
    changes: [{ what: "gone", notice: "withdrawn" }],
  });
});

test("who has only the link to read changes nothing, and an ended list is gone for both", async () => {
  const secret = await share();
  expect(await changeList(readTokenOf(secret), input)).toEqual({ ok: false, problems: [{ code: "listUnknown" }] });
  await endList(readTokenOf(secret));
  expect(await slugsOf(secret)).toHaveLength(2);
  await endList(secret);
  await endList(secret);
  expect(await changeList(secret, input)).toEqual({ ok: false, problems: [{ code: "listUnknown" }] });
  expect(await db.execute(sql`select from list_items`)).toHaveLength(0);
});

test("a list that is over is read and changed by nobody, and is deleted", async () => {
  const [over, stays] = [await share(), await share({ title: "Stays" })];
  await db.execute(sql`update lists set expires_on = ${addDays(today(), -1)} where title <> 'Stays'`);
  expect(await findListByLink(`${readTokenOf(over)}`)).toBeUndefined();
  expect((await changeList(over, input)).ok).toBe(false);
  await forgetOldLists(today());
  expect(await db.execute(sql`select title from lists`)).toEqual([{ title: "Stays" }]);
  expect(await slugsOf(stays)).toHaveLength(2);
});

test("two who change a list at once do so one after the other", async () => {
  const secret = await share();
  const changed = await Promise.all(
    ["One", "Two", "Three"].map((title, position) =>
      changeList(secret, { ...input, title, entries: entries.slice(0, 1 + (position % 2)) }),
    ),
  );
  expect(changed.map(({ ok }) => ok)).toEqual([true, true, true]);
  const list = await findListBySecret(secret);
  expect(list?.items).toHaveLength(list?.title === "Two" ? 2 : 1);
});
