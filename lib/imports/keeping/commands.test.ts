import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db";
import { imports, qualityImports } from "@/db/schema";
import { type Actor, operator } from "@/lib/auth/permissions";
import { addDays } from "@/lib/days/days";
import { importForReal, resumeImport, tryAgain } from "@/lib/imports/again/commands";
import { startImport } from "@/lib/imports/commands";
import { catalogue, offering } from "@/lib/imports/fixtures/catalogue";
import { countOutcomes, findImportFor, readBytes } from "@/lib/imports/queries";
import { askUndo } from "@/lib/imports/undo/commands";
import { countUndo } from "@/lib/imports/undo/queries";
import { runImport } from "@/lib/jobs/import-catalogue";
import { runQualityImport } from "@/lib/jobs/import-quality";
import { undoImport } from "@/lib/jobs/undo-import";
import { importQualityForReal, resumeQualityImport, startQualityImport } from "@/lib/quality/imports/commands";
import { emptyDatabase } from "@/lib/testing/database";
import { aProvider, type TestProvider } from "@/lib/testing/registry";
import { forgetOldFiles } from "./commands";
import { keptUntil } from "./keeping";

const ended = "2026-08-01";
const lastDay = keptUntil(ended);
const [system, gone] = [operator("test"), { ok: false, problems: [{ code: "importFileGone" }] }];
let provider: TestProvider;
let editor: Actor;

beforeEach(async () => {
  await emptyDatabase();
  provider = await aProvider({ slug: "garden-college" });
  editor = { id: "person:00000000-0000-4000-8000-000000000009", role: "editor", organisationId: provider.id };
});

async function bring({ dryRun = false, status = "done" as "done" | "stopped" | "queued" } = {}): Promise<string> {
  const bytes = Buffer.from(JSON.stringify({ catalogue, offerings: [offering("A"), offering("B", { ects: null })] }));
  const started = await startImport(editor, { providerSlug: provider.slug, fileName: "c.json", bytes, dryRun });
  if (!started.ok) throw new Error(started.problems[0]?.code);
  const { importId } = started.value;
  if (status === "queued") return importId;
  await runImport(importId);
  await db
    .update(imports)
    .set({ status, finishedAt: new Date(`${ended}T12:00:00Z`) })
    .where(eq(imports.id, importId));
  return importId;
}

test("a file is there until its last day; after it the report stays, and what was imported can be undone", async () => {
  const id = await bring();
  await forgetOldFiles(lastDay);
  expect(await findImportFor(editor, id)).toMatchObject({ hasFile: true });
  expect((await readBytes(id)).length).toBeGreaterThan(0);
  await forgetOldFiles(addDays(lastDay, 1));
  await forgetOldFiles(addDays(lastDay, 1));
  expect(await findImportFor(editor, id)).toMatchObject({ hasFile: false, status: "done" });
  expect(await countOutcomes(id)).toEqual({ published: 1, draft: 1 });
  expect(await askUndo(editor, id)).toMatchObject({ ok: true });
  expect(await undoImport(id)).toBe("finished");
  expect(await countUndo(id)).toMatchObject({ undone: 2 });
});

test("without its file an import is not tried again, not done for real and not gone on with, and its report stays", async () => {
  const [tried, stopped] = [await bring({ dryRun: true }), await bring({ status: "stopped" })];
  await forgetOldFiles(addDays(lastDay, 1));
  expect(await importForReal(editor, tried)).toEqual(gone);
  expect(await tryAgain(editor, tried)).toEqual(gone);
  expect(await tryAgain(editor, stopped)).toEqual(gone);
  expect(await resumeImport(editor, stopped)).toEqual(gone);
  expect(await findImportFor(editor, tried)).toMatchObject({ status: "done", dryRun: true });
  expect(await findImportFor(editor, stopped)).toMatchObject({ status: "stopped" });
  expect(await countOutcomes(tried)).toEqual({ published: 1, draft: 1 });
});

test("a file that waits stays, and so does an old one that was taken up again", async () => {
  const [waiting, resumed] = [await bring({ status: "queued" }), await bring({ status: "stopped" })];
  expect(await resumeImport(editor, resumed)).toMatchObject({ ok: true });
  await forgetOldFiles("2036-01-01");
  expect(await findImportFor(editor, waiting)).toMatchObject({ hasFile: true, status: "queued" });
  expect(await findImportFor(editor, resumed)).toMatchObject({ hasFile: true, status: "queued" });
});

test("files of quality data go likewise", async () => {
  const ids: string[] = [];
  for (const status of ["done", "stopped"] as const) {
    const bytes = Buffer.from(JSON.stringify([{ deqar_id: 1, acronym: "QAI", name_primary: "Quality Agency Invented" }]));
    const started = await startQualityImport(system, { fileName: "agencies.json", bytes, dryRun: true });
    if (!started.ok) throw new Error(started.problems[0]?.code);
    ids.push(started.value.importId);
    await runQualityImport(started.value.importId);
    const change = { status, finishedAt: new Date(`${ended}T12:00:00Z`) };
    await db.update(qualityImports).set(change).where(eq(qualityImports.id, started.value.importId));
  }
  const sizes = async () => (await db.select().from(qualityImports)).map(({ bytes }) => bytes.length > 0);
  await forgetOldFiles(lastDay);
  expect(await sizes()).toEqual([true, true]);
  await forgetOldFiles(addDays(lastDay, 1));
  expect(await sizes()).toEqual([false, false]);
  expect(await importQualityForReal(system, ids[0] ?? "")).toEqual(gone);
  expect(await resumeQualityImport(system, ids[1] ?? "")).toEqual(gone);
});
