import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db";
import { hashOf, newSecret } from "@/lib/auth/secret";
import { emptyDatabase } from "@/lib/testing/database";
import { anOffering } from "@/lib/testing/offerings";
import { aProvider } from "@/lib/testing/registry";
import { askToFollow, confirmFollow, endFollow, forgetUnconfirmed } from "./commands";
import { findFollow } from "./queries";
import type { Target } from "./target";

const soil: Target = { kind: "offering", slug: "soil" };
const search: Target = { kind: "search", search: "q=soil" };
const anna = { email: "anna@reader.example", pace: "weekly", website: "" } as const;

beforeEach(async () => {
  await emptyDatabase();
  await anOffering(await aProvider({ slug: "garden" }), { slug: "soil" });
});

/** Asks, and puts a link of the test's own in place of the mailed one. */
async function ask(target: Target, input = anna): Promise<string> {
  expect(await askToFollow(target, "en", input)).toEqual({ ok: true, value: null });
  const token = newSecret();
  await db.execute(
    sql`update follows set confirm_hash = ${hashOf(token)} where id = (select id from follows where confirmed_at is null order by created_at desc limit 1)`,
  );
  return token;
}

async function follow(target: Target, input = anna): Promise<string> {
  const confirmed = await confirmFollow(await ask(target, input));
  if (!confirmed.ok) throw new Error(confirmed.problems[0]?.code);
  return confirmed.value.key;
}

const rows = () =>
  db.execute<{ email: string; pace: string; confirmed: boolean }>(
    sql`select email, pace, confirmed_at is not null as confirmed from follows`,
  );

test("nobody is written to who has not confirmed, and the link confirms once", async () => {
  const token = await ask(soil);
  expect(await rows()).toMatchObject([{ email: anna.email, confirmed: false }]);
  expect((await confirmFollow(token)).ok).toBe(true);
  expect(await rows()).toMatchObject([{ confirmed: true }]);
  expect(await confirmFollow(token)).toEqual({ ok: false, problems: [{ code: "followLinkUnknown" }] });
});

test("the database does not hold what the mailed link says", async () => {
  const token = await ask(soil);
  const [row] = await db.execute(sql`select follows::text as text from follows`);
  expect(String(row?.text)).not.toContain(token);
});

test("to ask for the same twice is to ask once, and to confirm it again changes how often", async () => {
  await ask(soil);
  await ask(soil);
  expect(await rows()).toHaveLength(1);
  await follow(soil);
  await follow(soil, { ...anna, pace: "at-once" } as never);
  expect(await rows()).toMatchObject([{ pace: "at-once", confirmed: true }]);
});

test("whoever asks is answered alike, whether or not the address is known or was asked too often", async () => {
  await follow(soil);
  for (let tries = 0; tries < 14; tries++) expect(await askToFollow(search, "en", anna)).toEqual({ ok: true, value: null });
  expect(await rows()).toHaveLength(2);
});

test("what is not there is not followed", async () => {
  for (const target of [
    { kind: "offering", slug: "none" },
    { kind: "provider", slug: "garden-authority" },
  ] as Target[])
    expect(await askToFollow(target, "en", anna)).toEqual({ ok: false, problems: [{ code: "followNothing" }] });
  expect(await rows()).toEqual([]);
});

test("one is ended by its key, or all of the same address; the address goes with it, and others' stay", async () => {
  const [first, second] = [await follow(soil), await follow(search)];
  await follow(soil, { ...anna, email: "other@reader.example" } as never);
  await endFollow("no-such-key", true);
  await endFollow(second, false);
  await endFollow(second, true);
  expect((await findFollow(first))?.others).toBe(0);
  await endFollow(first, true);
  expect(await rows()).toMatchObject([{ email: "other@reader.example" }]);
});

test("a link that nobody opened for three days confirms nothing, and its address is forgotten", async () => {
  const token = await ask(soil);
  await db.execute(sql`update follows set created_at = created_at - interval '4 days'`);
  expect((await confirmFollow(token)).ok).toBe(false);
  await forgetUnconfirmed();
  expect(await rows()).toEqual([]);
});

test("a link that is confirmed twice at once is confirmed once", async () => {
  const token = await ask(soil);
  const confirmed = await Promise.all([1, 2, 3].map(() => confirmFollow(token)));
  expect(confirmed.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await rows()).toHaveLength(1);
});

test("an address follows at most fifty things", async () => {
  await db.execute(
    sql`insert into follows (email, locale, pace, search, key, confirmed_at) select ${anna.email}, 'en', 'weekly', 'q=' || n, 'k' || n, now() from generate_series(1, 50) n`,
  );
  expect(await confirmFollow(await ask(soil))).toEqual({ ok: false, problems: [{ code: "followTooMany" }] });
});
