import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db";
import { events, lists, memberships, people } from "@/db/schema";
import { today } from "@/lib/clock";
import { addDays } from "@/lib/days/days";
import { newListInput } from "@/lib/guidance/lists/input";
import { findOwnList, listColleagues, listLeftLists, listsOf } from "@/lib/guidance/lists/queries";
import { forgetOldLists } from "@/lib/lists/commands";
import { emptyDatabase } from "@/lib/testing/database";
import { aService, started } from "@/lib/testing/guidance";
import { assignList, deleteList, handOverList, labelList } from "./commands";

let crew: Awaited<ReturnType<typeof aService>>;
let id: string;

beforeEach(async () => {
  await emptyDatabase();
  crew = await aService("mid");
  id = await started(crew.counsellor, { ...newListInput.parse({ label: "K-114" }), locale: "en" });
});

const unknown = { ok: false, problems: [{ code: "guidanceListUnknown" }] };
const nobody = { ok: false, problems: [{ code: "colleagueUnknown", field: "colleague" }] };
const idsOf = async (actor: Parameters<typeof listsOf>[0]) => (await listsOf(actor)).map((list) => list.id);
const others = () => [crew.colleague, crew.lead, crew.stranger, crew.outsider];

test("a list is handed to a colleague, and is then theirs alone", async () => {
  expect(await handOverList(crew.counsellor, id, crew.colleague.personId)).toEqual({ ok: true, value: null });
  expect([await idsOf(crew.counsellor), await idsOf(crew.colleague)]).toEqual([[], [id]]);
  expect(await findOwnList({ ...crew.counsellor }, id)).toBeUndefined();
  expect(await handOverList(crew.counsellor, id, crew.colleague.personId)).toEqual(unknown);
  const [told] = await db.select().from(events).where(eq(events.type, "list.handed-over"));
  expect(told).toMatchObject({ before: { by: crew.counsellor.personId }, after: { by: crew.colleague.personId } });
  expect(JSON.stringify(told)).not.toContain("K-114");
});

test("nobody hands over what is another's, nor to whom the service does not have", async () => {
  for (const other of others()) expect(await handOverList(other, id, crew.colleague.personId)).toEqual(unknown);
  await db.update(people).set({ suspendedAt: new Date() }).where(eq(people.id, crew.colleague.personId));
  for (const to of [crew.stranger, crew.outsider, crew.colleague, crew.counsellor])
    expect(await handOverList(crew.counsellor, id, to.personId)).toEqual(nobody);
  expect(await handOverList(crew.counsellor, id, "nobody")).toEqual(nobody);
  expect(await idsOf(crew.counsellor)).toEqual([id]);
  expect((await listColleagues(crew.counsellor)).map(({ personId }) => personId)).toEqual([crew.lead.personId]);
});

test("the lead gives on what is left, and nothing that somebody keeps", async () => {
  expect(await listLeftLists(crew.lead)).toEqual([]);
  expect(await assignList(crew.lead, id, crew.colleague.personId)).toEqual(unknown);
  await db.delete(memberships).where(eq(memberships.personId, crew.counsellor.personId));
  expect(await listLeftLists(crew.lead)).toEqual([{ id, count: 0, changedOn: today() }]);
  expect(await findOwnList(crew.lead, id)).toBeUndefined();
  expect(await assignList(crew.lead, id, crew.outsider.personId)).toEqual(nobody);
  expect((await assignList(crew.lead, id, crew.colleague.personId)).ok).toBe(true);
  expect((await assignList(crew.lead, id, crew.colleague.personId)).ok).toBe(true);
  expect(await idsOf(crew.colleague)).toEqual([id]);
  expect(await db.$count(events, eq(events.type, "list.handed-over"))).toBe(1);
});

test("what a suspended counsellor keeps is left, and only the lead of the service gives it on", async () => {
  await db.update(people).set({ suspendedAt: new Date() }).where(eq(people.id, crew.counsellor.personId));
  expect(await listLeftLists(crew.lead)).toHaveLength(1);
  for (const other of [crew.colleague, crew.outsider]) {
    expect(await listLeftLists(other)).toEqual([]);
    expect(await assignList(other, id, crew.colleague.personId)).toEqual({ ok: false, problems: [{ code: "notAllowed" }] });
  }
  expect(await listLeftLists(crew.stranger)).toEqual([]);
  expect(await assignList(crew.stranger, id, crew.stranger.personId)).toEqual(unknown);
});

test("two who give it on at once give it to one", async () => {
  await db.delete(memberships).where(eq(memberships.personId, crew.counsellor.personId));
  const given = await Promise.all([crew.colleague, crew.lead].map(({ personId }) => assignList(crew.lead, id, personId)));
  expect(given.map(({ ok }) => ok).sort()).toEqual([false, true]);
});

test("a list is called something else and deleted by its counsellor alone", async () => {
  for (const other of others()) {
    expect(await labelList(other, id, "theirs")).toEqual(unknown);
    expect(await deleteList(other, id)).toEqual(unknown);
  }
  await labelList(crew.counsellor, id, "K-115");
  await labelList(crew.counsellor, id, "K-115");
  expect(await listsOf(crew.counsellor)).toMatchObject([{ label: "K-115" }]);
  expect(await db.$count(events, eq(events.type, "list.changed"))).toBe(1);
  expect((await deleteList(crew.counsellor, id)).ok).toBe(true);
  expect(await deleteList(crew.counsellor, id)).toEqual(unknown);
  expect(await db.$count(lists)).toBe(0);
});

test("what nobody has changed for two years is forgotten, and a template is not", async () => {
  const old = new Date(`${addDays(today(), -740)}T12:00:00Z`);
  const template = await started(crew.counsellor, { ...newListInput.parse({ label: "K-2" }), locale: "en" });
  const young = await started(crew.counsellor, { ...newListInput.parse({ label: "K-3" }), locale: "en" });
  await db.update(lists).set({ updatedAt: old });
  await db.update(lists).set({ isTemplate: true }).where(eq(lists.id, template));
  await db
    .update(lists)
    .set({ updatedAt: new Date(`${addDays(today(), -720)}T12:00:00Z`) })
    .where(eq(lists.id, young));
  await forgetOldLists(today());
  await forgetOldLists(today());
  expect((await db.select({ id: lists.id }).from(lists)).map((list) => list.id).sort()).toEqual([template, young].sort());
  const told = await db.select().from(events).where(eq(events.type, "list.deleted"));
  expect(told).toMatchObject([{ subjectId: id, actorRole: "system" }]);
});
