import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db";
import { events, lists, sessions } from "@/db/schema";
import { today } from "@/lib/clock";
import { addDays } from "@/lib/days/days";
import { keepInList } from "@/lib/guidance/lists/commands";
import { newListInput } from "@/lib/guidance/lists/input";
import { findOwnList } from "@/lib/guidance/lists/queries";
import { emptyDatabase } from "@/lib/testing/database";
import { aService, started } from "@/lib/testing/guidance";
import { anOffering } from "@/lib/testing/offerings";
import { aProvider } from "@/lib/testing/registry";
import { type ListForm, saveList } from "./commands";

let crew: Awaited<ReturnType<typeof aService>>;
let id: string;

beforeEach(async () => {
  await emptyDatabase();
  const provider = await aProvider();
  crew = await aService("mid");
  await anOffering(provider, {
    slug: "soil",
    sessions: [{ startsOn: addDays(today(), 10), seatsLeft: 4 }, { startsOn: addDays(today(), 40) }],
  });
  await anOffering(provider, { slug: "pruning", sessions: [{ startsOn: addDays(today(), 15) }] });
  await anOffering(provider, { slug: "grafting" });
  id = await started(crew.counsellor, { ...newListInput.parse({ label: "K-114" }), locale: "en" });
  await keepInList(crew.counsellor, id, ["soil", "pruning", "grafting"]);
});

const basis = async () => (await db.select().from(lists).where(eq(lists.id, id)))[0]?.updatedAt.toISOString() ?? "";
const form = async (change: Partial<ListForm> = {}): Promise<ListForm> => ({
  entries: [],
  out: null,
  seen: null,
  basis: await basis(),
  ...change,
});
const items = async () =>
  (
    await db.execute<{ slug: string; note: string; startsOn: string | null }>(sql`
    select o.slug, i.note, s.starts_on as "startsOn" from list_items i join offerings o on o.id = i.offering_id
    left join sessions s on s.id = i.session_id where i.list_id = ${id} order by i.position`)
  ).map((row) => row);
const slugs = async () => (await items()).map(({ slug }) => slug);
const sessionOn = async (day: string) => (await db.select().from(sessions).where(eq(sessions.startsOn, day)))[0]?.id ?? "";
const changes = async () => await db.$count(events, eq(events.type, "list.changed"));

test("notes, order and sessions are saved together", async () => {
  const later = await sessionOn(addDays(today(), 40));
  const entries = [
    { slug: "grafting", note: "Last, and only if there is time." },
    { slug: "soil", note: "Begin here.", sessionId: later },
    { slug: "pruning", note: "", sessionId: null },
  ];
  expect(await saveList(crew.counsellor, id, await form({ entries }))).toEqual({ ok: true, value: null });
  expect(await items()).toEqual([
    { slug: "grafting", note: "Last, and only if there is time.", startsOn: null },
    { slug: "soil", note: "Begin here.", startsOn: addDays(today(), 40) },
    { slug: "pruning", note: "", startsOn: null },
  ]);
});

test("what a form does not say stays: a note beside a session, an offering that came in meanwhile", async () => {
  await saveList(crew.counsellor, id, await form({ entries: [{ slug: "soil", note: "Stays." }] }));
  await saveList(
    crew.counsellor,
    id,
    await form({
      entries: [
        { slug: "pruning", sessionId: null },
        { slug: "soil", sessionId: null },
      ],
    }),
  );
  expect(await items()).toEqual([
    { slug: "pruning", note: "", startsOn: null },
    { slug: "soil", note: "Stays.", startsOn: null },
    { slug: "grafting", note: "", startsOn: null },
  ]);
});

test("one who has not seen a change does not write over it, and may having seen it", async () => {
  const [mine, theirs] = [
    await form({ entries: [{ slug: "soil", note: "mine" }] }),
    await form({ entries: [{ slug: "soil", note: "theirs" }] }),
  ];
  expect((await saveList(crew.counsellor, id, theirs)).ok).toBe(true);
  expect(await saveList(crew.counsellor, id, mine)).toEqual({ ok: false, problems: [{ code: "listChangedMeanwhile" }] });
  expect((await items())[0]?.note).toBe("theirs");
  expect((await saveList(crew.counsellor, id, { ...mine, basis: await basis() })).ok).toBe(true);
  expect((await items())[0]?.note).toBe("mine");
});

test("of two who save at once one is told", async () => {
  const forms = await Promise.all(["one", "two"].map((note) => form({ entries: [{ slug: "soil", note }] })));
  const saved = await Promise.all(forms.map((one) => saveList(crew.counsellor, id, one)));
  expect(saved.map(({ ok }) => ok).sort()).toEqual([false, true]);
});

test("a form that is sent twice is saved once", async () => {
  const before = await changes();
  const twice = await form({
    entries: [{ slug: "pruning" }, { slug: "soil" }],
    out: "grafting",
    bounds: { hoursPerWeek: 6, budget: 400, startsFrom: null, learnerGroup: "jobseekers" },
  });
  expect(await saveList(crew.counsellor, id, twice)).toEqual(await saveList(crew.counsellor, id, twice));
  expect(await slugs()).toEqual(["pruning", "soil"]);
  expect(await changes()).toBe(before + 1);
  expect((await findOwnList(crew.counsellor, id))?.list).toMatchObject({ hoursPerWeek: 6, budget: 400, learnerGroup: "jobseekers" });
});

test("changes are told until they are taken as seen", async () => {
  await db.execute(sql`update sessions set seats_left = 0 where seats_left = 4`);
  const changesOf = async () => (await findOwnList(crew.counsellor, id))?.items.map((item) => item.changes.length);
  expect(await changesOf()).toEqual([1, 0, 0]);
  await db.execute(sql`update list_items set told = '[{"what":"full"}]'`);
  const seen = await form({ seen: "soil" });
  await saveList(crew.counsellor, id, seen);
  expect(await saveList(crew.counsellor, id, seen)).toEqual({ ok: true, value: null });
  expect(await db.execute(sql`select o.slug from list_items i join offerings o on o.id = i.offering_id where told = '[]'`)).toEqual([
    { slug: "soil" },
  ]);
  expect((await findOwnList(crew.counsellor, id))?.items.find(({ offering }) => offering.slug === "soil")?.changes).toEqual([]);
});

test("no session of another offering is planned", async () => {
  const other = await sessionOn(addDays(today(), 15));
  for (const sessionId of [other, crypto.randomUUID(), "none"])
    expect(await saveList(crew.counsellor, id, await form({ entries: [{ slug: "soil", sessionId }] }))).toEqual({
      ok: false,
      problems: [{ code: "sessionAbsent", field: "session.soil" }],
    });
});

test("nobody else saves anything in it", async () => {
  const theirs = await form({ entries: [{ slug: "soil", note: "theirs" }], out: "pruning" });
  for (const other of [crew.colleague, crew.lead, crew.stranger, crew.outsider])
    expect(await saveList(other, id, theirs)).toEqual({ ok: false, problems: [{ code: "guidanceListUnknown" }] });
  expect(await slugs()).toEqual(["soil", "pruning", "grafting"]);
});
