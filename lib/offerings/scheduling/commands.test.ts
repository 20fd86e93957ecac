import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db";
import { events, memberships, notices, offerings, pendingVersions, people, versions } from "@/db/schema";
import { type Actor, personIdOf } from "@/lib/auth/permissions";
import { today } from "@/lib/clock";
import { addDays } from "@/lib/days/days";
import { shownMark } from "@/lib/offerings/field-rules";
import { emptyDatabase } from "@/lib/testing/database";
import { aCrew, aPending } from "@/lib/testing/members";
import { anOffering } from "@/lib/testing/offerings";
import { aProvider, type TestProvider } from "@/lib/testing/registry";
import { cancelSchedule, publishDue, schedulePublication } from "./commands";
import { findLastOrder } from "./queries";

let provider: TestProvider;
let crew: Awaited<ReturnType<typeof aCrew>>;
let id: string;
const tomorrow = addDays(today(), 1);

beforeEach(async () => {
  await emptyDatabase();
  provider = await aProvider();
  crew = await aCrew(provider, await aProvider());
  id = await anOffering(provider, { slug: "soil" });
});

async function schedule(actor: Actor = crew.editor, on = tomorrow) {
  const shown = shownMark(1, await aPending(id, { title: { en: "Next" } }));
  return await schedulePublication(actor, "soil", { shown, on, takeSessions: true });
}

const dates = async () => await db.select({ on: pendingVersions.publishOn, by: pendingVersions.publishBy }).from(pendingVersions);

test("a state is published on its day and not before, once, in the name of whoever ordered it", async () => {
  expect(await schedule()).toEqual({ ok: true, value: null });
  expect(await schedule()).toEqual({ ok: true, value: null });
  expect(await dates()).toEqual([{ on: tomorrow, by: crew.editor.id }]);
  expect(await db.select().from(events).where(eq(events.type, "offering.scheduled"))).toHaveLength(1);
  expect(await publishDue(today())).toEqual({ published: 0, failed: 0 });
  const done = await Promise.all([publishDue(tomorrow), publishDue(tomorrow), publishDue(tomorrow)]);
  expect(done.map(({ published }) => published).sort()).toEqual([0, 0, 1]);
  expect(await db.select().from(versions)).toHaveLength(2);
  const [event] = await db.select().from(events).where(sql`${events.type} = 'offering.published' and ${events.after} ->> 'version' = '2'`);
  expect(event?.actor).toBe(crew.editor.id);
  expect(await findLastOrder(db, id)).toBeUndefined();
  const told = await db.select({ personId: notices.personId, kind: notices.kind, values: notices.values }).from(notices);
  expect(told.map(({ kind }) => kind)).toEqual(["published-on-schedule", "published-on-schedule"]);
  expect(told.map(({ personId }) => `person:${personId}`).sort()).toEqual([crew.editor.id, crew.manager.id].sort());
  expect(told[0]?.values).toEqual({ offering: "Next" });
});

test("a day that missed its worker is made up for", async () => {
  await schedule();
  expect(await publishDue(addDays(tomorrow, 9))).toEqual({ published: 1, failed: 0 });
});

test("a cancelled order publishes nothing; cancelling again is nothing to do", async () => {
  await schedule();
  expect(await cancelSchedule(crew.manager, "soil")).toEqual({ ok: true, value: null });
  expect(await cancelSchedule(crew.manager, "soil")).toEqual({ ok: true, value: null });
  expect(await dates()).toEqual([{ on: null, by: null }]);
  expect(await db.select().from(events).where(eq(events.type, "offering.unscheduled"))).toHaveLength(1);
  expect(await publishDue(tomorrow)).toEqual({ published: 0, failed: 0 });
});

test.each([
  [
    "has only reading left",
    () =>
      db
        .update(memberships)
        .set({ role: "viewer" })
        .where(eq(memberships.personId, personIdOf(crew.editor) ?? "")),
  ],
  ["left", () => db.delete(memberships).where(eq(memberships.personId, personIdOf(crew.editor) ?? ""))],
  [
    "was suspended",
    () =>
      db
        .update(people)
        .set({ suspendedAt: sql`now()` })
        .where(eq(people.id, personIdOf(crew.editor) ?? "")),
  ],
])("where whoever ordered it %s, nothing is published, and that is said", async (_, change) => {
  await schedule();
  await change();
  expect(await publishDue(tomorrow)).toEqual({ published: 0, failed: 1 });
  expect(await db.select().from(versions)).toHaveLength(1);
  expect(await findLastOrder(db, id)).toMatchObject({ kind: "failed", on: tomorrow, problems: [{ code: "notAllowed" }] });
  expect(await dates()).toEqual([{ on: null, by: null }]);
  expect(await publishDue(tomorrow)).toEqual({ published: 0, failed: 0 });
});

test("what was changed after it was scheduled is not published unseen", async () => {
  await schedule();
  await aPending(id, { title: { en: "Another" } });
  expect(await publishDue(tomorrow)).toEqual({ published: 0, failed: 1 });
  expect(await findLastOrder(db, id)).toMatchObject({ problems: [{ code: "changedSinceScheduled" }] });
});

test("an offering that was withdrawn since is not brought back by its schedule", async () => {
  await schedule();
  await db.update(offerings).set({ status: "withdrawn" });
  expect(await publishDue(tomorrow)).toEqual({ published: 0, failed: 1 });
  expect(await findLastOrder(db, id)).toMatchObject({ problems: [{ code: "withdrawnFirst" }] });
});

test("one that fails does not keep the others", async () => {
  await schedule();
  await aPending(id, { title: { en: "Another" } });
  const other = await anOffering(provider, { slug: "other" });
  const shown = shownMark(1, await aPending(other, { title: { en: "Next" } }));
  await schedulePublication(crew.editor, "other", { shown, on: tomorrow, takeSessions: true });
  expect(await publishDue(tomorrow)).toEqual({ published: 1, failed: 1 });
});

test("only a day to come, only what was shown, only by whoever may", async () => {
  expect(await schedule(crew.editor, today())).toEqual({ ok: false, problems: [{ code: "dayNotAhead", field: "on" }] });
  expect(await schedulePublication(crew.editor, "soil", { shown: "other", on: tomorrow, takeSessions: true })).toEqual({
    ok: false,
    problems: [{ code: "changedMeanwhile" }],
  });
  expect(await schedule(crew.viewer)).toEqual({ ok: false, problems: [{ code: "notAllowed" }] });
  expect(await schedule(crew.stranger)).toEqual({ ok: false, problems: [{ code: "offeringAbsent" }] });
  expect(await cancelSchedule(crew.stranger, "soil")).toEqual({ ok: false, problems: [{ code: "offeringAbsent" }] });
  expect(await cancelSchedule(crew.viewer, "soil")).toEqual({ ok: false, problems: [{ code: "notAllowed" }] });
});
