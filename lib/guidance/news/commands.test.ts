import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db";
import { events, lists, memberships, notices, people, sessions } from "@/db/schema";
import { today } from "@/lib/clock";
import { addDays } from "@/lib/days/days";
import { keepInList } from "@/lib/guidance/lists/commands";
import { newListInput } from "@/lib/guidance/lists/input";
import { emptyDatabase } from "@/lib/testing/database";
import { aService, started } from "@/lib/testing/guidance";
import { anOffering, aSession, withdraw } from "@/lib/testing/offerings";
import { aProvider, suspend, type TestProvider } from "@/lib/testing/registry";
import { tellOfList } from "./commands";
import { listsTouchedSince } from "./queries";

let provider: TestProvider;
let crew: Awaited<ReturnType<typeof aService>>;
let soil: string;
let session: string;
let list: string;

beforeEach(async () => {
  await emptyDatabase();
  provider = await aProvider();
  crew = await aService("mid");
  soil = await anOffering(provider, { slug: "soil", content: { title: { en: "Soil care" } } });
  session = await aSession(soil, { startsOn: addDays(today(), 30), seatsLeft: 4 });
  list = await started(crew.counsellor, { ...newListInput.parse({ label: "K-114" }), locale: "en" });
  await keepInList(crew.counsellor, list, ["soil"]);
});

const told = async () => await db.select().from(notices);
const happen = (change: Partial<typeof sessions.$inferInsert>) => db.update(sessions).set(change).where(eq(sessions.id, session));

test("a cancelled session is told to the list's counsellor alone, once, by the offering's name and never the list's", async () => {
  expect(await tellOfList(list)).toBe(0);
  await happen({ cancelledOn: today() });
  expect(await tellOfList(list)).toBe(1);
  expect(await tellOfList(list)).toBe(0);
  const [notice, ...more] = await told();
  expect(more).toEqual([]);
  expect(notice).toMatchObject({ personId: crew.counsellor.personId, kind: "list-changed", path: `guidance/lists/${list}` });
  expect(notice?.values).toEqual({ offering: "Soil care", changes: 1 });
  expect(JSON.stringify(notice)).not.toContain("K-114");
});

test("two workers at once tell it once, and what happens later is told again", async () => {
  await happen({ seatsLeft: 0 });
  await Promise.all([tellOfList(list), tellOfList(list), tellOfList(list)]);
  expect(await told()).toHaveLength(1);
  await happen({ startsOn: addDays(today(), 60) });
  await tellOfList(list);
  expect(await told()).toHaveLength(2);
});

test("an offering that leaves the catalogue is told, by itself or with its provider", async () => {
  await withdraw(soil);
  expect(await tellOfList(list)).toBe(1);
  await anOffering(provider, { slug: "pruning" });
  await keepInList(crew.counsellor, list, ["pruning"]);
  await suspend(provider, today());
  expect(await tellOfList(list)).toBe(1);
});

test("nobody is told of a template, or of a list that nobody keeps", async () => {
  await happen({ cancelledOn: today() });
  await db.update(lists).set({ personId: null });
  expect(await tellOfList(list)).toBe(0);
  await db.update(lists).set({ personId: crew.counsellor.personId, isTemplate: true });
  expect(await tellOfList(list)).toBe(0);
});

test("looked at are lists of whose offerings or providers something happened since, and once a day all", async () => {
  const later = new Date(Date.now() + 60_000);
  const at = (subjectId: string, after = 1000) =>
    db
      .insert(events)
      .values({ type: "sessions.changed", subject: "offering", subjectId, actor: "test", happenedAt: new Date(later.getTime() + after) });
  expect(await listsTouchedSince(null)).toEqual([list]);
  expect(await listsTouchedSince(later)).toEqual([]);
  await at(await anOffering(provider, { slug: "other" }));
  expect(await listsTouchedSince(later)).toEqual([]);
  await at(provider.id);
  expect(await listsTouchedSince(later)).toEqual([list]);
  const after = new Date(later.getTime() + 2000);
  expect(await listsTouchedSince(after)).toEqual([]);
  await at(soil, 3000);
  expect(await listsTouchedSince(after)).toEqual([list]);
});

test("a counsellor who is suspended or has left is not looked up", async () => {
  await db.update(people).set({ suspendedAt: new Date() }).where(eq(people.id, crew.counsellor.personId));
  expect(await listsTouchedSince(null)).toEqual([]);
  await db.update(people).set({ suspendedAt: null });
  await db.delete(memberships).where(eq(memberships.personId, crew.counsellor.personId));
  expect(await listsTouchedSince(null)).toEqual([]);
});
