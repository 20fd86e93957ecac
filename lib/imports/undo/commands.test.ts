import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db";
import { imports, offerings, organisations } from "@/db/schema";
import { type Actor, operator } from "@/lib/auth/permissions";
import { importForReal } from "@/lib/imports/again/commands";
import { startImport } from "@/lib/imports/commands";
import { catalogue, offering } from "@/lib/imports/fixtures/catalogue";
import { countOutcomes } from "@/lib/imports/queries";
import { runImport } from "@/lib/jobs/import-catalogue";
import { undoImport } from "@/lib/jobs/undo-import";
import { emptyDatabase } from "@/lib/testing/database";
import { aProvider, type TestProvider } from "@/lib/testing/registry";
import { askUndo } from "./commands";
import { countUndo, listChangedSince } from "./queries";

let provider: TestProvider;
let editor: Actor;

beforeEach(async () => {
  await emptyDatabase();
  provider = await aProvider({ slug: "garden-college" });
  editor = { id: "person:00000000-0000-4000-8000-000000000009", role: "editor", organisationId: provider.id };
});

async function bring(document: unknown, actor: Actor = operator("test")): Promise<string> {
  const started = await startImport(actor, {
    providerSlug: provider.slug,
    fileName: "c.json",
    bytes: Buffer.from(JSON.stringify(document)),
  });
  if (!started.ok) throw new Error(started.problems[0]?.code);
  await runImport(started.value.importId);
  return started.value.importId;
}

async function takeBack(importId: string): Promise<void> {
  expect(await askUndo(editor, importId)).toEqual({ ok: true, value: null });
  expect(await undoImport(importId)).toBe("finished");
}

/** What readers and editors find of every offering, without the moments at which it was written. */
async function everything() {
  return db.execute(sql`select o.external_id as id, o.status, o.visible <> '{}' as visible, v.content->'title'->>'en' as title, p.content->'title'->>'en' as draft, s.slug as successor,
      (select json_agg(json_build_array(r.external_id, r.starts_on, (select amount from session_prices c where c.session_id = r.id and learner_group = 'everyone'),
        (select opens_on from enrolment_windows w where w.session_id = r.id)) order by r.external_id) from sessions r where r.offering_id = o.id) as runs
    from offerings o left join versions v on v.id = o.current_version_id left join pending_versions p on p.offering_id = o.id left join offerings s on s.id = o.superseded_by_id
    order by o.external_id, o.slug`);
}

const run = (id: string, starts: string, price: number) => ({
  id,
  starts,
  price,
  enrolment: [{ from: "2026-10-01", until: "2027-01-07" }],
});

test("what an import published is withdrawn and says so, its drafts are gone, what it changed is as it was", async () => {
  await bring({
    catalogue,
    offerings: [offering("A"), offering("B", { sessions: [run("s1", "2027-01-14", 100)] }), offering("C", { ects: null })],
  });
  const before = await everything();
  const second = await bring({
    catalogue,
    offerings: [
      offering("B", { title: { en: "Soil care, new" }, sessions: [run("s1", "2027-02-01", 150), run("s2", "2027-03-01", 90)] }),
      offering("C", { ects: null, title: { en: "Half done" } }),
      offering("D"),
      offering("E", { outcomes: [] }),
    ],
  });
  expect(await countUndo(second)).toMatchObject({ created: 1, drafts: 1, updated: 2, changedSince: 0 });
  await takeBack(second);
  const after = await everything();
  expect(after.filter(({ id }) => id !== "D")).toEqual(before);
  expect(after.find(({ id }) => id === "D")).toMatchObject({ status: "archived", visible: false });
  const [d] = await db.select().from(offerings).where(eq(offerings.externalId, "D"));
  expect(d?.withdrawnReason).toMatchObject({ de: expect.stringContaining("rückgängig") });
  expect(await countUndo(second)).toMatchObject({ undone: 4, changedSince: 0 });
  // A version that was public stays: the earlier content follows as the next one.
  const [versions] = await db.execute(
    sql`select max(number) as number from versions v join offerings o on o.id = v.offering_id where o.external_id = 'B'`,
  );
  expect(versions).toEqual({ number: 3 });
});

test("what was changed since is listed and left alone", async () => {
  const id = await bring({ catalogue, offerings: [offering("A"), offering("B"), offering("C", { ects: null }), offering("D")] });
  await bring({ catalogue, offerings: [offering("A", { title: { en: "Corrected" } })] });
  await db.execute(
    sql`update sessions s set seats_left = 3, updated_at = now() from offerings o where o.id = s.offering_id and o.external_id = 'D'`,
  );
  await db.execute(sql`update pending_versions set revision = revision + 1, updated_at = now()`);
  expect((await listChangedSince(id, 10)).map(({ externalId, title }) => [externalId, title])).toEqual([
    ["A", "Corrected"],
    ["C", "Soil care C"],
    ["D", "Soil care D"],
  ]);
  await takeBack(id);
  expect((await everything()).map(({ id, status }) => [id, status])).toEqual([
    ["A", "published"],
    ["B", "archived"],
    ["C", "draft"],
    ["D", "published"],
  ]);
  expect(await countUndo(id)).toMatchObject({ undone: 1, changedSince: 3 });
});

test("an offering whose place was taken stands in it again, and the next file finds it", async () => {
  await bring({ catalogue, offerings: [offering("A")] });
  const second = await bring({ catalogue, offerings: [offering("A", { ects: 5 })] });
  await takeBack(second);
  const rows = await everything();
  expect(rows.map(({ status, successor }) => [status, successor])).toEqual([
    ["published", null],
    ["archived", "soil-care-a"],
  ]);
  expect(await countOutcomes(await bring({ catalogue, offerings: [offering("A")] }))).toEqual({ unchanged: 1 });
});

test("the corrected file brings back what was undone, under the same address", async () => {
  const first = await bring({ catalogue, offerings: [offering("A"), offering("B")] });
  await takeBack(first);
  const again = await bring({ catalogue, offerings: [offering("A"), offering("B", { title: { en: "Soil care, better" } })] });
  expect(await countOutcomes(again)).toEqual({ published: 2 });
  const rows = await db.select().from(offerings);
  expect(rows.map(({ slug, status, withdrawnReason, withdrawnAt }) => [slug, status, withdrawnReason, withdrawnAt]).sort()).toEqual([
    ["soil-care-a", "published", null, null],
    ["soil-care-b", "published", null, null],
  ]);
  // And that can be undone as well.
  await takeBack(again);
  expect((await everything()).map(({ status }) => status)).toEqual(["archived", "archived"]);
});

test("a draft that an import published is a draft again for its provider, and withdrawn for the public", async () => {
  await bring({ catalogue, offerings: [offering("A", { ects: null })] });
  await takeBack(await bring({ catalogue, offerings: [offering("A", { title: { en: "Complete" } })] }));
  expect(await everything()).toMatchObject([{ id: "A", status: "withdrawn", visible: false, draft: "Soil care A" }]);
});

test("what a file said for the whole catalogue goes with it", async () => {
  await bring({ catalogue, offerings: [offering("A")] });
  const second = await bring({ catalogue: { ...catalogue, contact: "new@garden.example" }, offerings: [] });
  await takeBack(second);
  const [row] = await db.select({ statements: organisations.statements }).from(organisations).where(eq(organisations.id, provider.id));
  expect(row?.statements).not.toHaveProperty("contact");
});

test("an undo is for those who have the right, once, and never of a dry run", async () => {
  const id = await bring({ catalogue, offerings: [offering("A")] });
  expect(await askUndo({ ...editor, organisationId: provider.authorityId }, id)).toEqual({
    ok: false,
    problems: [{ code: "importUnknown" }],
  });
  expect(await askUndo({ ...editor, role: "viewer" }, id)).toEqual({ ok: false, problems: [{ code: "notAllowed" }] });
  const dry = await startImport(operator("test"), {
    providerSlug: provider.slug,
    fileName: "d.json",
    bytes: Buffer.from(JSON.stringify({ catalogue, offerings: [offering("Z")] })),
    dryRun: true,
  });
  if (!dry.ok) throw new Error("not started");
  await runImport(dry.value.importId);
  expect(await askUndo(editor, dry.value.importId)).toEqual({ ok: false, problems: [{ code: "importNotDone" }] });
  expect((await importForReal(editor, dry.value.importId)).ok).toBe(true);
  await runImport(dry.value.importId);
  expect((await everything()).map(({ id }) => id)).toEqual(["A", "Z"]);

  await Promise.all([askUndo(editor, id), askUndo(editor, id)]);
  await Promise.all([undoImport(id), undoImport(id)]);
  expect(await undoImport(id)).toBe("finished");
  const [events] = await db.execute(
    sql`select count(*) filter (where type = 'offering.withdrawn')::int as withdrawn, count(*) filter (where type = 'import.undone')::int as undone from events`,
  );
  expect(events).toEqual({ withdrawn: 1, undone: 1 });
  expect((await db.select().from(imports).where(eq(imports.id, id)))[0]?.undoneAt).not.toBeNull();
});
