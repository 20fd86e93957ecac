import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db";
import { events, imports, notices, people, qualityImports } from "@/db/schema";
import { type Actor, operator } from "@/lib/auth/permissions";
import { startImport } from "@/lib/imports/commands";
import { catalogue, offering } from "@/lib/imports/fixtures/catalogue";
import { askUndo } from "@/lib/imports/undo/commands";
import { giveUpUndo } from "@/lib/imports/undo/giving-up/commands";
import { runImport } from "@/lib/jobs/import-catalogue";
import { runQualityImport } from "@/lib/jobs/import-quality";
import { undoImport } from "@/lib/jobs/undo-import";
import { startQualityImport } from "@/lib/quality/imports/commands";
import { emptyDatabase } from "@/lib/testing/database";
import { aProvider } from "@/lib/testing/registry";
import { beginAttempt } from "./commands";

const system = operator("test");
beforeEach(emptyDatabase);

/** As three workers leave it that are killed before a first chunk is written: run/commands.test.ts kills real ones. */
async function breakOff(importId: string, table: typeof imports | typeof qualityImports): Promise<void> {
  for (let time = 0; time < 3; time++) await beginAttempt(importId, table);
}

test("an undo that keeps breaking off is given up with a reason, and can be asked for again", async () => {
  const provider = await aProvider({ slug: "garden-college" });
  const [person] = await db.insert(people).values({ email: "editor@example.org", locale: "de" }).returning({ id: people.id });
  const personId = person?.id ?? "";
  const editor: Actor = { id: `person:${personId}`, role: "editor", organisationId: provider.id };
  const bytes = Buffer.from(JSON.stringify({ catalogue, offerings: [offering("A")] }));
  const started = await startImport(system, { providerSlug: provider.slug, fileName: "c.json", bytes });
  const id = started.ok ? started.value.importId : "";
  await runImport(id);
  await askUndo(editor, id);
  await breakOff(id, imports);
  const state = async () => (await db.select().from(imports).where(eq(imports.id, id)))[0];
  expect(await undoImport(id)).toBe("finished");
  expect(await state()).toMatchObject({ status: "done", failure: "undoKeepsFailing", undoAskedAt: null, undoneAt: null });
  const offerings = async () => await db.execute(sql`select status from offerings`);
  expect(await offerings()).toEqual([{ status: "published" }]);
  const happened = async () => (await db.select({ type: events.type }).from(events).orderBy(events.id)).map(({ type }) => type).slice(-2);
  const told = async () => await db.select({ personId: notices.personId, kind: notices.kind, path: notices.path }).from(notices);
  expect(await happened()).toEqual(["import.undo-asked", "import.undo-given-up"]);
  expect(await told()).toEqual([{ personId, kind: "undo-failed", path: `manage/imports/${id}` }]);
  // Given up is given up: another worker that comes to it late says nothing more.
  await giveUpUndo(id);
  expect([await happened(), await told()]).toEqual([["import.undo-asked", "import.undo-given-up"], [expect.anything()]]);

  await askUndo(editor, id);
  await breakOff(id, imports);
  await undoImport(id);
  expect(await told()).toHaveLength(2);

  expect(await askUndo(editor, id)).toMatchObject({ ok: true });
  await beginAttempt(id);
  expect(await undoImport(id)).toBe("finished");
  expect(await state()).toMatchObject({ failure: null, attempts: 0, undoneAt: expect.any(Date) });
  expect(await offerings()).toEqual([{ status: "archived" }]);
});

test("a file of quality data that keeps breaking off is given up, and what comes on begins to count anew", async () => {
  const rows = Array.from({ length: 450 }, (_, n) => `${900 + n},Q${n},Agency ${n},BE,,2010-01-01`);
  const bytes = Buffer.from(`deqar_id,acronym,name,country_iso2,website,registration_start\n${rows.join("\n")}\n`);
  const start = async () => {
    const started = await startQualityImport(system, { fileName: "agencies.csv", bytes, dryRun: true });
    return started.ok ? started.value.importId : "";
  };
  const state = async (id: string) => (await db.select().from(qualityImports).where(eq(qualityImports.id, id)))[0];
  const deadly = await start();
  await breakOff(deadly, qualityImports);
  expect(await runQualityImport(deadly)).toBe("finished");
  expect(await state(deadly)).toMatchObject({ status: "failed", failure: "importKeepsFailing", doneRows: 0 });

  const slow = await start();
  await beginAttempt(slow, qualityImports);
  const stop = new AbortController();
  expect(await runQualityImport(slow, { signal: stop.signal, onProgress: () => stop.abort() })).toBe("stopped");
  expect(await state(slow)).toMatchObject({ status: "running", attempts: 0, doneRows: 200 });
  expect(await runQualityImport(slow)).toBe("finished");
  expect(await state(slow)).toMatchObject({ status: "done", doneRows: 450, attempts: 0 });
});
