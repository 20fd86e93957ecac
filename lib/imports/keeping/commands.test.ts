import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db";
import { type Actor, operator } from "@/lib/auth/permissions";
import { today } from "@/lib/clock";
import { addDays } from "@/lib/days/days";
import { importForReal, resumeImport, tryAgain } from "@/lib/imports/again/commands";
import { startImport } from "@/lib/imports/commands";
import { catalogue, offering } from "@/lib/imports/fixtures/catalogue";
import { countOutcomes, findImportFor } from "@/lib/imports/queries";
import { askUndo } from "@/lib/imports/undo/commands";
import { runImport } from "@/lib/jobs/import-catalogue";
import { runQualityImport } from "@/lib/jobs/import-quality";
import { undoImport } from "@/lib/jobs/undo-import";
import { importQualityForReal, startQualityImport } from "@/lib/quality/imports/commands";
import { emptyDatabase } from "@/lib/testing/database";
import { aMember } from "@/lib/testing/people";
import { anOrganisation, aProvider, type TestProvider } from "@/lib/testing/registry";
import { forgetOldFiles } from "./commands";
import { keptDays } from "./keeping";

const system = operator("test");
let provider: TestProvider;
let editor: Actor;

beforeEach(async () => {
  await emptyDatabase();
  provider = await aProvider({ slug: "garden-college" });
  editor = { id: "person:00000000-0000-4000-8000-000000000009", role: "editor", organisationId: provider.id };
});

async function handIn(dryRun: boolean, run = true): Promise<string> {
  const bytes = Buffer.from(JSON.stringify({ catalogue, offerings: [offering("A")] }));
  const started = await startImport(system, { providerSlug: provider.slug, fileName: "c.json", bytes, dryRun });
  if (!started.ok) throw new Error(started.problems[0]?.code);
  if (run) await runImport(started.value.importId);
  return started.value.importId;
}

const hasFile = async (id: string) => (await findImportFor(editor, id))?.hasFile;

test("a file leaves ninety days after the work on it ended, and its report and its undo stay", async () => {
  const id = await handIn(false);
  await forgetOldFiles(addDays(today(), keptDays));
  expect(await hasFile(id), "the last day").toBe(true);
  await forgetOldFiles(addDays(today(), keptDays + 1));
  await forgetOldFiles(addDays(today(), keptDays + 1));
  expect(await hasFile(id)).toBe(false);
  expect(await countOutcomes(id)).toEqual({ published: 1 });
  expect(await tryAgain(editor, id)).toEqual({ ok: false, problems: [{ code: "importFileGone" }] });
  expect(await askUndo(editor, id)).toMatchObject({ ok: true });
  expect(await undoImport(id)).toBe("finished");
  const [left] = await db.execute(sql`select status from offerings`);
  expect(left).toEqual({ status: "archived" });
});

test("what was only tried, or stopped, cannot be done from a file that is gone; what still waits keeps its file", async () => {
  const [tried, stopped, waiting] = [await handIn(true), await handIn(true), await handIn(true, false)];
  await db.execute(sql`update imports set status = 'stopped' where id = ${stopped}`);
  await forgetOldFiles(addDays(today(), keptDays + 1));
  expect([await hasFile(tried), await hasFile(stopped), await hasFile(waiting)]).toEqual([false, false, true]);
  const gone = { ok: false, problems: [{ code: "importFileGone" }] };
  expect(await importForReal(editor, tried)).toEqual(gone);
  expect(await resumeImport(editor, stopped)).toEqual(gone);
  expect(await runImport(waiting)).toBe("finished");
  expect(await countOutcomes(waiting)).toEqual({ published: 1 });
});

test("files of quality data leave in the same way", async () => {
  const bytes = Buffer.from("deqar_id,acronym,name,country_iso2,website,registration_start\n900,QAI,Invented,BE,,2010-01-01\n");
  const started = await startQualityImport(system, { fileName: "agencies.csv", bytes, dryRun: true });
  const importId = started.ok ? started.value.importId : "";
  await runQualityImport(importId);
  const length = async () => (await db.execute(sql`select octet_length(bytes) as length from quality_imports`))[0]?.length;
  await forgetOldFiles(addDays(today(), keptDays));
  expect(await length()).toBe(bytes.length);
  await forgetOldFiles(addDays(today(), keptDays + 1));
  expect(await length()).toBe(0);
  const authority = await anOrganisation("council", null, { roles: ["competent-authority"] });
  const registrar = await aMember(authority, "registrar");
  expect(await importQualityForReal(registrar, importId)).toEqual({ ok: false, problems: [{ code: "importFileGone" }] });
});
