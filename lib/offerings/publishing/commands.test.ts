import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db";
import { events, offerings, pendingVersions, sessions, versions } from "@/db/schema";
import { today } from "@/lib/clock";
import { addDays } from "@/lib/days/days";
import { shownMark } from "@/lib/offerings/field-rules";
import { emptyDatabase } from "@/lib/testing/database";
import { aCrew, aPending } from "@/lib/testing/members";
import { anOffering } from "@/lib/testing/offerings";
import { anAccreditation, aProvider, type TestProvider } from "@/lib/testing/registry";
import { publishOffering } from "./commands";

let provider: TestProvider;
let crew: Awaited<ReturnType<typeof aCrew>>;

beforeEach(async () => {
  await emptyDatabase();
  provider = await aProvider();
  crew = await aCrew(provider, await aProvider());
});

async function statusOf(slug: string) {
  const [row] = await db.select().from(offerings).where(eq(offerings.slug, slug));
  return row;
}

test("a draft is published, visible and announced to the index", async () => {
  const id = await anOffering(provider, { status: "draft", slug: "soil" });
  const next = await aPending(id);
  const done = await publishOffering(crew.editor, "soil", { shown: shownMark(null, next), takeSessions: true });
  expect(done).toEqual({ ok: true, value: { slug: "soil", step: "new-version" } });
  expect(await statusOf("soil")).toMatchObject({ status: "published" });
  expect((await statusOf("soil"))?.visible).not.toBe("{}");
  expect(await db.select().from(pendingVersions)).toEqual([]);
  expect(await db.execute(sql`select 1 from graphile_worker.jobs where key = 'index-catalogue'`)).toHaveLength(1);
  const [event] = await db.select().from(events).where(eq(events.actor, crew.editor.id));
  expect(event).toMatchObject({ type: "offering.published", subjectId: id, organisationId: provider.id, after: { version: 1 } });
});

test("ten at once publish one version, and all are told the same", async () => {
  const id = await anOffering(provider, { slug: "soil" });
  const next = await aPending(id, { title: { en: "Soil care, revised" } });
  const shown = shownMark(1, next);
  const answers = await Promise.all(Array.from({ length: 10 }, () => publishOffering(crew.editor, "soil", { shown, takeSessions: true })));
  expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
    new Set([JSON.stringify({ ok: true, value: { slug: "soil", step: "new-version" } })]),
  );
  expect(await db.select().from(versions).where(eq(versions.offeringId, id))).toHaveLength(2);
});

test("other ECTS, asked for ten times at once, make one new offering that takes the place, the id and the sessions to come", async () => {
  const day = today();
  const id = await anOffering(provider, {
    slug: "soil",
    externalId: "GC-1",
    sessions: [
      { startsOn: addDays(day, 20) },
      { startsOn: addDays(day, -2), endsOn: addDays(day, 9) },
      { startsOn: addDays(day, 30), cancelledOn: day },
    ],
  });
  const shown = shownMark(1, await aPending(id, { ects: 5 }));
  const answers = await Promise.all(Array.from({ length: 10 }, () => publishOffering(crew.manager, "soil", { shown, takeSessions: true })));
  const slugs = new Set(answers.map((answer) => answer.ok && answer.value.slug));
  expect(slugs.size).toBe(1);
  const successor = await statusOf([...slugs][0] || "");
  expect(successor).toMatchObject({ status: "published", externalId: "GC-1" });
  expect(await statusOf("soil")).toMatchObject({ status: "archived", supersededById: successor?.id });
  expect(await db.select().from(offerings)).toHaveLength(2);
  const taken = await db
    .select()
    .from(sessions)
    .where(eq(sessions.offeringId, successor?.id ?? ""));
  expect(taken.map(({ startsOn }) => startsOn)).toEqual([addDays(day, 20)]);
});

test("sessions stay behind where that was asked", async () => {
  const id = await anOffering(provider, { slug: "soil", sessions: [{ startsOn: addDays(today(), 20) }] });
  await publishOffering(crew.manager, "soil", { shown: shownMark(1, await aPending(id, { ects: 5 })), takeSessions: false });
  expect(await db.select().from(sessions)).toHaveLength(1);
});

test("what was changed after it was shown is not published", async () => {
  const id = await anOffering(provider, { slug: "soil" });
  const shown = shownMark(1, await aPending(id, { title: { en: "Seen" } }));
  await aPending(id, { title: { en: "Unseen" } });
  const refused = await publishOffering(crew.editor, "soil", { shown, takeSessions: true });
  expect(refused).toEqual({ ok: false, problems: [{ code: "changedMeanwhile" }] });
  expect(await db.select().from(versions)).toHaveLength(1);
});

test("an order for a state that was live before does not publish the next one of the same words", async () => {
  const id = await anOffering(provider, { slug: "soil" });
  const first = shownMark(1, await aPending(id, { title: { en: "A" } }));
  await publishOffering(crew.editor, "soil", { shown: first, takeSessions: true });
  await publishOffering(crew.editor, "soil", { shown: shownMark(2, await aPending(id, { title: { en: "B" } })), takeSessions: true });
  await aPending(id, { title: { en: "A" } });
  expect(await publishOffering(crew.editor, "soil", { shown: first, takeSessions: true })).toMatchObject({ ok: true });
  expect(await db.select().from(versions)).toHaveLength(3);
});

test.each([
  ["nothing is pending", {}, undefined, "nothingToPublish"],
  ["nothing differs", {}, {}, "nothingToPublish"],
  ["the level is missing", {}, { eqf: null }, "eqfMissing"],
  ["ECTS are out of bounds", {}, { ects: 500 }, "ectsOutOfBounds"],
  ["it is withdrawn", { status: "withdrawn" }, { eqf: 6 }, "withdrawnFirst"],
  ["it is archived", { status: "archived" }, { eqf: 6 }, "archivedIsFinal"],
] as const)("nothing is published where %s", async (_, given, change, code) => {
  const id = await anOffering(provider, { slug: "soil", ...given });
  const shown = change ? shownMark(1, await aPending(id, change)) : "none";
  const refused = await publishOffering(crew.editor, "soil", { shown, takeSessions: true });
  expect(refused).toMatchObject({ ok: false, problems: [{ code }] });
  expect(await db.select().from(versions)).toHaveLength(1);
});

test("whoever may not publish is told so, and to a stranger it is not there", async () => {
  const id = await anOffering(provider, { slug: "soil" });
  const order = { shown: shownMark(1, await aPending(id, { eqf: 6 })), takeSessions: true };
  expect(await publishOffering(crew.viewer, "soil", order)).toEqual({ ok: false, problems: [{ code: "notAllowed" }] });
  const key = { id: "key:x", role: "key-write", organisationId: provider.id } as const;
  expect(await publishOffering(key, "soil", order)).toEqual({ ok: false, problems: [{ code: "notAllowed" }] });
  const absent = { ok: false, problems: [{ code: "offeringAbsent" }] };
  expect(await publishOffering(crew.stranger, "soil", order)).toEqual(absent);
  expect(await publishOffering(crew.stranger, "nowhere", order)).toEqual(absent);
  expect(await db.select().from(versions)).toHaveLength(1);
});

test("what no accreditation covers is not published, whoever asks: the reason names the part", async () => {
  const narrow = await aProvider({ accredited: null });
  await anAccreditation(narrow, { eqfLevels: [5], fields: ["08"] });
  const team = await aCrew(narrow, provider);
  const id = await anOffering(narrow, { status: "draft", slug: "narrow" });
  const order = async (change: Parameters<typeof aPending>[1]) => ({
    shown: shownMark(null, await aPending(id, change)),
    takeSessions: true,
  });
  expect(await publishOffering(team.manager, "narrow", await order({ eqf: 6, fields: ["0613"] }))).toEqual({
    ok: false,
    problems: [
      { code: "outOfScopeLevel", field: "eqf" },
      { code: "outOfScopeField", field: "fields" },
    ],
  });
  expect((await publishOffering(team.manager, "narrow", await order({}))).ok).toBe(true);
});
