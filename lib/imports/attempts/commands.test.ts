import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db";
import { imports, offerings, qualityAgencies, qualityImports } from "@/db/schema";
import { type Actor, operator } from "@/lib/auth/permissions";
import { startImport } from "@/lib/imports/commands";
import { catalogue, offering } from "@/lib/imports/fixtures/catalogue";
import { askUndo } from "@/lib/imports/undo/commands";
import { runImport } from "@/lib/jobs/import-catalogue";
import { runQualityImport } from "@/lib/jobs/import-quality";
import { undoImport } from "@/lib/jobs/undo-import";
import { startQualityImport } from "@/lib/quality/imports/commands";
import { emptyDatabase } from "@/lib/testing/database";
import { aProvider } from "@/lib/testing/registry";
import { mostAttempts } from "./commands";

const system = operator("test");

beforeEach(emptyDatabase);

async function askedBack(): Promise<{ id: string; editor: Actor }> {
  const { slug, id: organisationId } = await aProvider({ slug: "garden-college" });
  const editor: Actor = { id: "person:00000000-0000-4000-8000-000000000009", role: "editor", organisationId };
  const bytes = Buffer.from(JSON.stringify({ catalogue, offerings: [offering("A")] }));
  const started = await startImport(editor, { providerSlug: slug, fileName: "c.json", bytes });
  if (!started.ok) throw new Error(started.problems[0]?.code);
  await runImport(started.value.importId);
  expect(await askUndo(editor, started.value.importId)).toMatchObject({ ok: true });
  return { id: started.value.importId, editor };
}

async function begun(table: typeof imports | typeof qualityImports, id: string, attempts: number): Promise<void> {
  await db.update(table).set({ attempts }).where(eq(table.id, id));
}

const stateOf = async (id: string) => (await db.select().from(imports).where(eq(imports.id, id)))[0];
const statuses = async () => (await db.select().from(offerings)).map(({ status }) => status);

test("an undo that broke off less often than that is done", async () => {
  const { id } = await askedBack();
  await begun(imports, id, mostAttempts - 1);
  expect(await undoImport(id)).toBe("finished");
  expect(await stateOf(id)).toMatchObject({ undoneAt: expect.any(Date), failure: null });
  expect(await statuses()).toEqual(["archived"]);
});

test("an undo that keeps breaking off is given up, says so, and can be asked for again", async () => {
  const { id, editor } = await askedBack();
  await begun(imports, id, mostAttempts);
  expect(await undoImport(id)).toBe("finished");
  expect(await stateOf(id)).toMatchObject({ undoAskedAt: null, undoneAt: null, failure: "undoKeepsFailing", attempts: 0 });
  expect(await statuses()).toEqual(["published"]);
  expect(await askUndo(editor, id)).toMatchObject({ ok: true });
  expect(await undoImport(id)).toBe("finished");
  expect(await stateOf(id)).toMatchObject({ undoneAt: expect.any(Date), failure: null });
});

test("an undo that is told to stop is not blamed", async () => {
  const { id } = await askedBack();
  expect(await undoImport(id, { signal: AbortSignal.abort() })).toBe("stopped");
  expect(await stateOf(id)).toMatchObject({ attempts: 0, undoneAt: null });
});

async function agencies(): Promise<string> {
  const bytes = Buffer.from(JSON.stringify([{ deqar_id: 1, acronym: "QAI", name_primary: "Quality Agency Invented" }]));
  const started = await startQualityImport(system, { fileName: "agencies.json", bytes, dryRun: false });
  if (!started.ok) throw new Error(started.problems[0]?.code);
  return started.value.importId;
}

const quality = async (id: string) => (await db.select().from(qualityImports).where(eq(qualityImports.id, id)))[0];

test("a file of quality data is given up likewise, and not before", async () => {
  const [deadly, tired] = [await agencies(), await agencies()];
  await begun(qualityImports, deadly, mostAttempts);
  await begun(qualityImports, tired, mostAttempts - 1);
  expect(await runQualityImport(deadly)).toBe("finished");
  expect(await quality(deadly)).toMatchObject({ status: "failed", failure: "importKeepsFailing", doneRows: 0 });
  expect(await db.$count(qualityAgencies)).toBe(0);
  expect(await runQualityImport(tired)).toBe("finished");
  expect(await quality(tired)).toMatchObject({ status: "done", attempts: 0 });
  expect(await db.$count(qualityAgencies)).toBe(1);
});

test("a worker that is told to stop says nothing about a file of quality data", async () => {
  const id = await agencies();
  expect(await runQualityImport(id, { signal: AbortSignal.abort() })).toBe("stopped");
  expect(await quality(id)).toMatchObject({ attempts: 0, doneRows: 0 });
});
