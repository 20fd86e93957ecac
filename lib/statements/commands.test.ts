import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db";
import { events, notices, offerings, organisations, pendingVersions, versions } from "@/db/schema";
import type { Actor, Role } from "@/lib/auth/permissions";
import { today } from "@/lib/clock";
import { addDays } from "@/lib/days/days";
import { saveDraftPart } from "@/lib/offerings/drafts/commands";
import { shownMark } from "@/lib/offerings/field-rules";
import { keptQuery, selectKept } from "@/lib/offerings/kept/list";
import { listKept } from "@/lib/offerings/kept/queries";
import { publishDue, schedulePublication } from "@/lib/offerings/scheduling/commands";
import { emptyDatabase } from "@/lib/testing/database";
import { anOffering } from "@/lib/testing/offerings";
import { aMember } from "@/lib/testing/people";
import { aContent } from "@/lib/testing/records";
import { aProvider, type TestProvider } from "@/lib/testing/registry";
import { changeStatements, type Statement, weighStatement } from "./commands";
import { countUses, findStatements, listStatementsChanged } from "./queries";

let provider: TestProvider;
let other: TestProvider;
const as = (role: Role, organisation = provider): Actor => ({
  id: `person:00000000-0000-4000-8000-00000000000${role === "manager" ? 1 : 2}`,
  role,
  organisationId: organisation.id,
});
const takes = { statedForCatalogue: ["quality"] };
const quality = (to: string[], base: string[] = ["esg"], more: Partial<Statement> = {}): Statement => ({
  part: "quality",
  values: { quality: to },
  base: { quality: base },
  taken: [],
  keep: false,
  ...more,
});

beforeEach(async () => {
  await emptyDatabase();
  [provider, other] = [await aProvider({ slug: "garden-college" }), await aProvider({ slug: "sea-college" })];
  await db.update(organisations).set({ statements: { quality: ["esg"] } });
});

async function shownFor(statement: Statement): Promise<string> {
  const weighed = await weighStatement(as("editor"), statement);
  if (!weighed.ok) throw new Error(weighed.problems[0]?.code);
  return weighed.value.mark;
}

async function said(slug: string) {
  const [row] = await db
    .select({ live: versions.content, number: versions.number, pending: pendingVersions.content })
    .from(offerings)
    .leftJoin(versions, eq(versions.id, offerings.currentVersionId))
    .leftJoin(pendingVersions, eq(pendingVersions.offeringId, offerings.id))
    .where(eq(offerings.slug, slug));
  return row;
}

test("a change is published in live offerings that take it over, and waits where something else waits; others are left alone", async () => {
  await anOffering(provider, { slug: "takes", content: takes });
  await anOffering(provider, { slug: "own" });
  await anOffering(other, { slug: "theirs", content: takes });
  const edited = await anOffering(provider, { slug: "edited", content: takes });
  await db.insert(pendingVersions).values({ offeringId: edited, content: aContent({ ...takes, title: { en: "Next" } }) });
  const draft = await anOffering(provider, { slug: "draft", status: "draft" });
  await db.insert(pendingVersions).values({ offeringId: draft, content: aContent(takes) });

  const statement = quality(["eqavet"]);
  const shown = await shownFor(statement);
  expect(await said("takes"), "looking changes nothing").toMatchObject({ number: 1, live: { quality: ["esg"] } });
  expect(await changeStatements(as("editor"), statement, shown)).toMatchObject({ ok: true });

  expect(await said("takes")).toMatchObject({ number: 2, live: { quality: ["eqavet"], ...takes }, pending: null });
  expect(await said("own")).toMatchObject({ number: 1, live: { quality: ["esg"] } });
  expect(await said("theirs")).toMatchObject({ number: 1, live: { quality: ["esg"] } });
  expect(await said("edited")).toMatchObject({
    number: 1,
    live: { quality: ["esg"] },
    pending: { quality: ["eqavet"], title: { en: "Next" } },
  });
  expect(await said("draft")).toMatchObject({ live: null, pending: { quality: ["eqavet"] } });
  expect(await findStatements(as("viewer"))).toEqual({ quality: ["eqavet"] });
  expect(await findStatements(as("viewer", other))).toEqual({ quality: ["esg"] });

  const first = await db.select().from(versions).where(eq(versions.number, 1));
  expect(
    first.map(({ content }) => (content as { quality: string[] }).quality),
    "what was published stays",
  ).toEqual(Array(4).fill(["esg"]));
  expect(await listStatementsChanged(as("viewer"))).toMatchObject([{ before: { quality: ["esg"] }, after: { quality: ["eqavet"] } }]);
  const published = await db
    .select()
    .from(events)
    .where(eq(events.actor, as("editor").id));
  expect(published.find(({ type }) => type === "offering.published")).toMatchObject({
    organisationId: provider.id,
    after: { version: 2, shown, reopensReview: ["quality"] },
  });
});

test("what is scheduled is published on its day as the change has left it; an order that no longer held is not brought back", async () => {
  const { id: providerId } = provider;
  const editor = await aMember(providerId, "editor");
  const day = addDays(today(), 1);
  for (const slug of ["holds", "stale"]) {
    const id = await anOffering(provider, { slug, content: takes });
    const next = aContent({ ...takes, title: { en: "Next" } });
    await db.insert(pendingVersions).values({ offeringId: id, content: next });
    expect(await schedulePublication(editor, slug, { shown: shownMark(1, next), on: day, takeSessions: true })).toMatchObject({ ok: true });
    if (slug === "stale")
      await db
        .update(pendingVersions)
        .set({ content: { ...next, title: { en: "Unseen" } } })
        .where(eq(pendingVersions.offeringId, id));
  }
  const statement = quality(["eqavet"]);
  const shown = await shownFor(statement);
  for (let time = 0; time < 2; time++) expect(await changeStatements(editor, statement, shown)).toMatchObject({ ok: true });
  expect(await publishDue(day)).toEqual({ published: 1, failed: 1 });
  expect(await said("holds")).toMatchObject({ number: 2, live: { quality: ["eqavet"], title: { en: "Next" } }, pending: null });
  expect(await said("stale")).toMatchObject({ number: 1, live: { quality: ["esg"] } });
  const told = await db.select({ kind: notices.kind }).from(notices);
  expect(told.map(({ kind }) => kind).sort()).toEqual(["published-on-schedule", "schedule-failed"]);
});

test("asked twice at once or again, it is done once", async () => {
  await anOffering(provider, { slug: "takes", content: takes });
  const statement = quality(["eqavet"]);
  const shown = await shownFor(statement);
  const both = await Promise.all([changeStatements(as("editor"), statement, shown), changeStatements(as("editor"), statement, shown)]);
  expect(both.map(({ ok }) => ok)).toEqual([true, true]);
  expect(await changeStatements(as("editor"), statement, shown)).toMatchObject({ ok: true });
  expect(await said("takes")).toMatchObject({ number: 2 });
  expect(await listStatementsChanged(as("viewer"))).toHaveLength(1);
});

test("nothing is published but what was shown: an offering that changed meanwhile, or another form, is shown anew", async () => {
  await anOffering(provider, { slug: "takes", content: takes });
  const shown = await shownFor(quality(["eqavet"]));
  expect(await changeStatements(as("editor"), quality(["other"]), shown)).toMatchObject({
    ok: false,
    problems: [{ code: "effectChanged" }],
  });
  await saveDraftPart(as("manager"), "takes", { part: "workload", values: { ects: 4 }, revision: 0 });
  expect(await changeStatements(as("editor"), quality(["eqavet"]), shown)).toMatchObject({
    ok: false,
    problems: [{ code: "effectChanged" }],
  });
  expect(await said("takes")).toMatchObject({ number: 1, pending: { ects: 4, quality: ["esg"] } });
  expect(await findStatements(as("viewer"))).toEqual({ quality: ["esg"] });
});

test("whoever states the same thing otherwise meanwhile is not overwritten: both values come back, and one chooses", async () => {
  await changeStatements(as("manager"), quality(["eqavet"]), await shownFor(quality(["eqavet"])));
  const mine = quality(["other"]);
  expect(await weighStatement(as("editor"), mine)).toMatchObject({
    ok: false,
    problems: [{ code: "changedMeanwhile", field: "quality" }],
    clashes: [{ key: "quality", mine: ["other"], theirs: ["eqavet"] }],
  });
  expect(await changeStatements(as("editor"), mine, "")).toMatchObject({ ok: false, clashes: [{ key: "quality" }] });
  const theirs = { ...mine, taken: ["quality"] };
  expect(await weighStatement(as("editor"), theirs)).toMatchObject({ ok: true, value: { change: { after: { quality: ["eqavet"] } } } });
  const elsewhere = quality(["esg"], ["esg"], { values: { quality: ["esg"], qualityNote: { en: "Seen yearly" } } });
  const weighed = await weighStatement(as("editor"), elsewhere);
  expect(weighed, "what only one of the two changed meets").toMatchObject({
    ok: true,
    value: { change: { after: { quality: ["eqavet"], qualityNote: { en: "Seen yearly" } } } },
  });
});

test("what live offerings must say is not taken from under them, but may become their own", async () => {
  await anOffering(provider, { slug: "takes", content: takes });
  await anOffering(provider, { slug: "own" });
  const away = quality([]);
  const refusal = { ok: false, problems: [{ code: "statementReliedOn", field: "quality", value: "1" }] };
  expect(await weighStatement(as("editor"), away)).toMatchObject(refusal);
  expect(await changeStatements(as("editor"), away, "anything")).toMatchObject(refusal);
  const keep = { ...away, keep: true };
  expect(await changeStatements(as("editor"), keep, await shownFor(keep))).toMatchObject({ ok: true });
  expect(await findStatements(as("viewer"))).toEqual({});
  expect(await said("takes")).toMatchObject({ number: 2, live: { quality: ["esg"], statedForCatalogue: [] } });
});

test("whoever lacks the right, or acts for nobody, changes nothing", async () => {
  const statement = quality(["eqavet"]);
  const shown = await shownFor(statement);
  for (const actor of [as("viewer"), as("key-publish"), { ...as("editor"), organisationId: null }]) {
    expect(await weighStatement(actor, statement)).toMatchObject({ ok: false, problems: [{ code: "notAllowed" }] });
    expect(await changeStatements(actor, statement, shown)).toMatchObject({ ok: false, problems: [{ code: "notAllowed" }] });
  }
  expect(await findStatements({ ...as("viewer"), role: "registrar" })).toBeUndefined();
  expect(await listStatementsChanged({ ...as("viewer"), role: "registrar" })).toEqual([]);
});

test("how offerings stand to a statement is counted as the list finds them", async () => {
  await anOffering(provider, { slug: "takes", content: takes });
  await anOffering(provider, { slug: "before", content: { ...takes, quality: ["eqavet"] } });
  await anOffering(provider, { slug: "own", content: { contact: "me" } });
  await anOffering(provider, { slug: "away", content: takes, status: "archived" });
  const draft = await anOffering(provider, { slug: "draft", status: "draft" });
  await db.insert(pendingVersions).values({ offeringId: draft, content: aContent({ quality: [], accessibility: {} }) });
  const uses = await countUses(as("viewer"));
  expect(uses.get("quality")).toEqual({ takes: 2, own: 1, silent: 1, outdated: 1 });
  expect(uses.get("contact")).toMatchObject({ takes: 0, own: 1, silent: 3 });
  expect(uses.get("accessibility")).toMatchObject({ own: 0, silent: 4 });
  for (const [statement, use] of uses) {
    const all = await listKept(as("viewer"), statement);
    for (const stance of ["takes", "own", "silent"] as const)
      expect(selectKept(all, keptQuery.parse({ statement, stance })).found, `${statement} ${stance}`).toHaveLength(use[stance]);
  }
});
