import { randomBytes } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db";
import { events, imports, offerings, organisations, sessions, versions } from "@/db/schema";
import { operator } from "@/lib/auth/permissions";
import { runImport } from "@/lib/jobs/import-catalogue";
import { emptyDatabase } from "@/lib/testing/database";
import { anAccreditation, aProvider, type TestProvider } from "@/lib/testing/registry";
import { resumeImport, tryAgain } from "./again/commands";
import { saveMapping, startImport, stopImport } from "./commands";
import { catalogue, offering } from "./fixtures/catalogue";
import { countOutcomes, findImport, findMapping, listImportRows, readBytes } from "./queries";

const actor = operator("test");
let provider: TestProvider;

beforeEach(async () => {
  await emptyDatabase();
  provider = await aProvider({ slug: "garden-college" });
});

async function importFile(document: unknown, options: { dryRun?: boolean; mapping?: unknown } = {}) {
  const bytes = typeof document === "string" ? Buffer.from(document) : Buffer.from(JSON.stringify(document));
  const started = await startImport(actor, { providerSlug: provider.slug, fileName: "catalogue.json", bytes, ...options });
  if (!started.ok) throw new Error(started.problems[0]?.code);
  await runImport(started.value.importId);
  return started.value.importId;
}

async function happenedTo(id: string) {
  const rows = await db.select({ type: events.type }).from(events).where(eq(events.subjectId, id)).orderBy(events.id);
  return rows.map(({ type }) => type);
}

async function everything() {
  return db.execute(sql`select o.slug, o.status, o.external_id, o.visible::text, v.number, v.content, (select count(*) from sessions s where s.offering_id = o.id)::int as runs
    from offerings o left join versions v on v.offering_id = o.id order by o.external_id, v.number`);
}

test("a catalogue is published, visible and findable; statements are taken over and named", async () => {
  const id = await importFile({
    catalogue,
    offerings: [offering("A"), offering("B", { assessment: ["quiz"] }), offering("C", { outcomes: [] })],
  });
  expect(await countOutcomes(id)).toEqual({ published: 2, draft: 1 });
  const rows = await everything();
  expect(rows.map(({ slug, status, number, runs }) => [slug, status, number, runs])).toEqual([
    ["soil-care-a", "published", 1, 1],
    ["soil-care-b", "published", 1, 1],
    ["soil-care-c", "draft", null, 1],
  ]);
  expect(rows[0]?.visible).not.toBe("{}");
  expect(rows[0]?.content).toMatchObject({
    statedForCatalogue: ["assessment", "awardingBodies", "languages", "quality"],
    awardingBodies: [{ slug: "garden-college", name: "Garden College" }],
  });
  expect(rows[1]?.content).toMatchObject({ assessment: ["quiz"], statedForCatalogue: ["awardingBodies", "languages", "quality"] });
  const [stored] = await db.select().from(organisations).where(eq(organisations.id, provider.id));
  expect(stored?.statements).toMatchObject({ quality: ["esg"] });
  expect(await db.execute(sql`select 1 from graphile_worker.jobs where key = 'index-catalogue'`)).toHaveLength(1);
});

test("a file of several pieces is kept and read byte by byte, and so is its copy for another try", async () => {
  const bytes = randomBytes(2 * 1024 * 1024 + 7);
  const started = await startImport(actor, { providerSlug: provider.slug, fileName: "large.csv", bytes });
  if (!started.ok) throw new Error(started.problems[0]?.code);
  expect(bytes.equals(await readBytes(started.value.importId))).toBe(true);
  await stopImport(actor, started.value.importId);
  const again = await tryAgain(actor, started.value.importId);
  if (!again.ok) throw new Error(again.problems[0]?.code);
  expect(again.value.importId).not.toBe(started.value.importId);
  expect(bytes.equals(await readBytes(again.value.importId))).toBe(true);
});

test("importing again writes nothing", async () => {
  const file = { catalogue, offerings: [offering("A"), offering("B", { ects: undefined })] };
  await importFile(file);
  const before = [await everything(), await db.select().from(events).where(sql`${events.subject} <> 'import'`)];
  const again = await importFile(file);
  expect(await countOutcomes(again)).toEqual({ unchanged: 2 });
  expect([await everything(), await db.select().from(events).where(sql`${events.subject} <> 'import'`)]).toEqual(before);
});

test("a changed text is a new version, other ECTS a new offering that takes the place of the old", async () => {
  await importFile({ catalogue, offerings: [offering("A"), offering("B")] });
  const id = await importFile({ offerings: [offering("A", { title: { en: "Soil care, revised" } }), offering("B", { ects: 4 })] });
  expect(await countOutcomes(id)).toEqual({ updated: 1, published: 1 });
  const rows = await db.select().from(offerings).orderBy(offerings.externalId, offerings.createdAt);
  expect(rows.map(({ slug, externalId, status, supersededById }) => [slug, externalId, status, supersededById !== null])).toEqual([
    ["soil-care-a", "A", "published", false],
    ["soil-care-b", "B", "archived", true],
    [expect.stringMatching(/^soil-care-b-.{5}$/), "B", "published", false],
  ]);
  expect(await db.select().from(versions)).toHaveLength(4);
  expect(rows[1]?.supersededById).toBe(rows[2]?.id);
});

test("a row that cannot be published leaves the live version as it is, and says so", async () => {
  await importFile({ catalogue, offerings: [offering("A")] });
  const before = await everything();
  const id = await importFile({ catalogue, offerings: [offering("A", { ects: 500, title: { en: "Worse" } })] });
  const [row] = await listImportRows(id, { limit: 10 });
  expect(row).toMatchObject({
    outcome: "refused",
    problems: [
      { code: "ectsOutOfBounds", field: "offerings.0.ects", value: "500" },
      { code: "workloadMissing" },
      { code: "liveVersionKept" },
    ],
  });
  expect(await everything()).toEqual(before);
});

test("what was withdrawn is not published by a file", async () => {
  await importFile({ catalogue, offerings: [offering("A")] });
  await db.update(offerings).set({ status: "withdrawn" });
  const id = await importFile({ catalogue, offerings: [offering("A", { title: { en: "Back again" } })] });
  expect(await listImportRows(id, { limit: 10 })).toMatchObject([{ outcome: "refused", problems: [{ code: "offeringWithdrawn" }] }]);
});

test("runs are updated one by one: those not in the file stay, a cancellation keeps its day", async () => {
  await importFile({ catalogue, offerings: [offering("A")] });
  const [kept] = await db.select().from(sessions);
  const file = { catalogue, offerings: [offering("A", { sessions: [{ id: "s2", starts: "2027-09-01", cancelled: true, seatsLeft: 3 }] })] };
  expect(await countOutcomes(await importFile(file))).toEqual({ updated: 1 });
  expect(await countOutcomes(await importFile(file))).toEqual({ unchanged: 1 });
  const after = await db.select().from(sessions).orderBy(sessions.externalId);
  expect(after[0]).toEqual(kept);
  expect(after[1]).toMatchObject({ startsOn: "2027-09-01", cancelledOn: expect.any(String), seatsLeft: 3 });
  expect(
    await countOutcomes(await importFile("id;session id;startdatum;prijs\nA;s1;21/1/2027;€ 250\nA;s3;onzin;1\nZ;s1;1/1/2027;1")),
  ).toEqual({ updated: 1, refused: 2 });
  expect(await db.select().from(versions)).toHaveLength(1);
});

test("a dry run says the same and writes no offering", async () => {
  const id = await importFile({ catalogue, offerings: [offering("A"), offering("B", { eqf: null })] }, { dryRun: true });
  expect(await countOutcomes(id)).toEqual({ published: 1, draft: 1 });
  expect(await everything()).toEqual([]);
  expect((await db.select().from(organisations).where(eq(organisations.id, provider.id)))[0]?.statements).toEqual({});
});

describe("refusals", () => {
  const file = { providerSlug: "garden-college", fileName: "x.csv", bytes: Buffer.from("id;title\n1;A") };

  test("nobody imports for another provider, or for one that does not exist", async () => {
    const stranger = { id: "person:1", role: "editor", organisationId: provider.authorityId } as const;
    expect(await startImport(stranger, file)).toMatchObject({ ok: false, problems: [{ code: "providerUnknown" }] });
    expect(await startImport({ ...stranger, role: "viewer", organisationId: provider.id }, file)).toMatchObject({ ok: false });
    expect(await startImport(actor, { ...file, providerSlug: "nobody" })).toMatchObject({
      ok: false,
      problems: [{ code: "providerUnknown", value: "nobody" }],
    });
    expect(await saveMapping(stranger, "garden-college", "mine", {})).toMatchObject({ ok: false });
    expect(await db.select().from(imports)).toEqual([]);
  });

  test("an empty file and a mapping that does not hold are named before anything is written", async () => {
    expect(await startImport(actor, { ...file, bytes: new Uint8Array() })).toMatchObject({ ok: false, problems: [{ code: "fileEmpty" }] });
    expect(await startImport(actor, { ...file, mapping: { columns: { x: "nonsense" } } })).toMatchObject({
      ok: false,
      problems: [{ code: "mappingInvalid", field: "columns.x" }],
    });
  });

  test("a file that cannot be read fails as a whole, with its reason", async () => {
    const id = await importFile("{broken");
    expect(await findImport(id)).toMatchObject({ status: "failed", failure: "jsonInvalid" });
    expect(await happenedTo(id)).toEqual(["import.started", "import.failed"]);
  });

  test("only its own people stop an import", async () => {
    const started = await startImport(actor, file);
    if (!started.ok) throw new Error("not started");
    expect(await stopImport({ id: "x", role: "editor", organisationId: null }, started.value.importId)).toMatchObject({ ok: false });
    for (const _ of [1, 2]) expect(await stopImport(actor, started.value.importId)).toEqual({ ok: true, value: null });
    await runImport(started.value.importId);
    expect(await everything()).toEqual([]);
    for (const _ of [1, 2]) expect(await resumeImport(actor, started.value.importId)).toEqual({ ok: true, value: null });
    expect(await happenedTo(started.value.importId)).toEqual(["import.started", "import.stopped", "import.resumed"]);
  });
});

test("a mapping is remembered and read back", async () => {
  await saveMapping(actor, "garden-college", "our export", { columns: { Kop: "title" } });
  await saveMapping(actor, "garden-college", "our export", { columns: { Kop: "summary" } });
  expect(await findMapping(actor, provider.id, "our export")).toMatchObject({ columns: { Kop: "summary" } });
  expect((await happenedTo(provider.id)).slice(-2)).toEqual(["import.mapping-kept", "import.mapping-kept"]);
});

test("what no accreditation covers is kept as a draft with the reason, and is published once one does", async () => {
  provider = await aProvider({ slug: "narrow-college", accredited: null });
  const narrow = { valid: { from: "2020-01-01", until: null }, eqfLevels: [5], fields: ["08"] };
  await anAccreditation(provider, narrow);
  const file = { catalogue, offerings: [offering("A"), offering("B", { eqf: 6 }), offering("C", { eqf: 6, fields: ["0613"] })] };
  const id = await importFile(file);
  expect(await countOutcomes(id)).toEqual({ published: 1, draft: 2 });
  const rows = await listImportRows(id, { limit: 10 });
  expect(rows.map(({ problems }) => problems.map(({ code, field }) => [code, field]))).toEqual([
    [],
    [["outOfScopeLevel", "eqf"]],
    [
      ["outOfScopeLevel", "eqf"],
      ["outOfScopeField", "fields"],
    ],
  ]);
  expect(await countOutcomes(await importFile(file))).toEqual({ unchanged: 3 });
  await anAccreditation(provider, { valid: { from: "2020-01-01", until: null }, eqfLevels: [6] });
  expect(await countOutcomes(await importFile(file))).toEqual({ unchanged: 1, published: 2 });
});

test("what is published and no longer covered stays as it is, and takes no new version", async () => {
  provider = await aProvider({ slug: "narrow-college" });
  await importFile({ catalogue, offerings: [offering("A")] });
  await db.execute(sql`update accreditations set recorded = tstzrange(lower(recorded), now()) where organisation_id = ${provider.id}`);
  await anAccreditation(provider, { valid: { from: "2020-01-01", until: null }, eqfLevels: [3] });
  expect(await countOutcomes(await importFile({ catalogue, offerings: [offering("A")] }))).toEqual({ unchanged: 1 });
  const id = await importFile({ catalogue, offerings: [offering("A", { title: { en: "Soil care, revised" } })] });
  expect((await listImportRows(id, { limit: 10 }))[0]).toMatchObject({
    outcome: "refused",
    problems: [{ code: "outOfScopeLevel" }, { code: "liveVersionKept" }],
  });
});
