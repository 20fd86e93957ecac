import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db";
import { events, lists } from "@/db/schema";
import { newSecret } from "@/lib/auth/secret";
import { today } from "@/lib/clock";
import { addDays } from "@/lib/days/days";
import { keepInList } from "@/lib/guidance/lists/commands";
import { newListInput } from "@/lib/guidance/lists/input";
import { linkShownTo } from "@/lib/guidance/lists/link";
import { findListByLink } from "@/lib/lists/queries";
import { emptyDatabase } from "@/lib/testing/database";
import { aService, started } from "@/lib/testing/guidance";
import { anOffering } from "@/lib/testing/offerings";
import { aProvider } from "@/lib/testing/registry";
import { countLinkRead, endSharing, shareClientList } from "./commands";

let crew: Awaited<ReturnType<typeof aService>>;
let id: string;

beforeEach(async () => {
  await emptyDatabase();
  crew = await aService("mid");
  await anOffering(await aProvider(), { slug: "soil" });
  id = await started(crew.counsellor, { ...newListInput.parse({ label: "K-114", hoursPerWeek: "6" }), locale: "en" });
  await keepInList(crew.counsellor, id, ["soil"]);
});

const row = async () => (await db.select().from(lists).where(eq(lists.id, id)))[0];
const reads = async () => (await db.execute(sql`select count from guidance_uses where what = 'link-read'`))[0]?.count ?? 0;
async function share(once?: string): Promise<string> {
  const shared = await shareClientList(crew.counsellor, id, { days: 30, once });
  if (!shared.ok) throw new Error(shared.problems[0]?.code);
  return shared.value.token;
}

test("whoever has the link reads the list with its plan, and never its label", async () => {
  const token = await share();
  const read = await findListByLink(token);
  expect(read).toMatchObject({
    title: "",
    expiresOn: addDays(today(), 30),
    service: { name: { en: "Guidance house" }, bounds: { hoursPerWeek: 6 } },
  });
  expect(read?.items.map(({ offering }) => offering.slug)).toEqual(["soil"]);
  expect(JSON.stringify(read)).not.toContain("K-114");
  const [text] = await db.execute(sql`select lists::text as text from lists`);
  expect(String(text?.text)).not.toContain(token);
});

test("the same form makes one link, and a new one ends the one before", async () => {
  const once = newSecret();
  const [first, again] = [await share(once), await share(once)];
  expect(again).toBe(first);
  expect(await db.$count(events, eq(events.type, "list.shared"))).toBe(1);
  const other = await share();
  expect(await findListByLink(`${first}`)).toBeUndefined();
  expect(await findListByLink(other)).toBeDefined();
});

test("the link is shown to the browser that made it, and what it remembers of another list is none", async () => {
  const token = await share();
  const list = await row();
  if (!list) throw new Error("no list");
  expect(linkShownTo(list, token, "nl")).toMatch(new RegExp(`/nl/lists/${token}$`));
  expect(linkShownTo(list, newSecret(), "nl")).toBeNull();
  expect(linkShownTo(list, undefined, "nl")).toBeNull();
  expect(linkShownTo({ ...list, readHash: null }, token, "nl")).toBeNull();
});

test("an ended link leads nowhere, and so does one whose time is over", async () => {
  const token = await share();
  await db
    .update(lists)
    .set({ expiresOn: addDays(today(), -1) })
    .where(eq(lists.id, id));
  expect(await findListByLink(token)).toBeUndefined();
  expect((await endSharing(crew.counsellor, id)).ok).toBe(true);
  expect((await endSharing(crew.counsellor, id)).ok).toBe(true);
  expect(await row()).toMatchObject({ readHash: null, sharedAt: null, expiresOn: null, title: "K-114" });
  expect(await db.$count(events, eq(events.type, "list.unshared"))).toBe(1);
});

test("nobody else makes or ends a link", async () => {
  const token = await share();
  const unknown = { ok: false, problems: [{ code: "guidanceListUnknown" }] };
  for (const other of [crew.colleague, crew.lead, crew.stranger, crew.outsider]) {
    expect(await shareClientList(other, id, { days: 30 })).toEqual(unknown);
    expect(await endSharing(other, id)).toEqual(unknown);
  }
  expect(await findListByLink(token)).toBeDefined();
});

test("a template is not shared", async () => {
  await db.update(lists).set({ isTemplate: true }).where(eq(lists.id, id));
  expect((await shareClientList(crew.lead, id, { days: 30 })).ok).toBe(false);
});

test("reading by the link is counted for the service, and reading nothing is not", async () => {
  const token = await share();
  await countLinkRead(token);
  await countLinkRead(token);
  await countLinkRead(newSecret());
  expect(await reads()).toBe(2);
});
