import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db";
import type { Actor } from "@/lib/auth/permissions";
import { importForReal } from "@/lib/imports/again/commands";
import { startImport } from "@/lib/imports/commands";
import { catalogue, offering } from "@/lib/imports/fixtures/catalogue";
import { findImportFor } from "@/lib/imports/queries";
import { runImport } from "@/lib/jobs/import-catalogue";
import { emptyDatabase } from "@/lib/testing/database";
import { aProvider, type TestProvider } from "@/lib/testing/registry";
import { countLeftBehind } from "./queries";

let provider: TestProvider;
let editor: Actor;

beforeEach(async () => {
  await emptyDatabase();
  provider = await aProvider({ slug: "garden-college" });
  editor = { id: "person:00000000-0000-4000-8000-000000000009", role: "editor", organisationId: provider.id };
});

async function bring(document: unknown, dryRun = false): Promise<string> {
  const bytes = Buffer.from(JSON.stringify(document));
  const started = await startImport(editor, { providerSlug: provider.slug, fileName: "c.json", bytes, dryRun });
  if (!started.ok) throw new Error(started.problems[0]?.code);
  await runImport(started.value.importId);
  return started.value.importId;
}

async function leftBy(id: string) {
  const shown = await findImportFor(editor, id);
  if (!shown) throw new Error("no such import");
  return await countLeftBehind(shown);
}

const changed = { ...catalogue, languages: ["fr"] };
const none = { offerings: 0, scheduled: 0 };

test("offerings that a changed statement does not reach are counted, before and after it is done for real", async () => {
  const own = offering("D", { languages: ["de"] });
  const first = await bring({ catalogue, offerings: [offering("A"), offering("B"), offering("C", { ects: null }), own] });
  expect(await leftBy(first)).toEqual(none);
  await db.execute(sql`update pending_versions set publish_on = '2027-01-01'`);
  const id = await bring({ catalogue: changed, offerings: [offering("A")] }, true);
  // D says it by itself, so the statement is none of its business.
  expect(await leftBy(id)).toEqual({ offerings: 2, scheduled: 1 });
  expect(await importForReal(editor, id)).toMatchObject({ ok: true });
  await runImport(id);
  expect(await leftBy(id)).toEqual({ offerings: 2, scheduled: 1 });
  await bring({ catalogue: changed, offerings: [offering("B"), offering("C", { ects: null })] });
  expect(await leftBy(id)).toEqual(none);
});

test("a file that states the same, or nothing, leaves nothing behind", async () => {
  await bring({ catalogue, offerings: [offering("A"), offering("B")] });
  expect(await leftBy(await bring({ catalogue, offerings: [offering("A")] }))).toEqual(none);
  expect(await leftBy(await bring({ offerings: [offering("A")] }))).toEqual(none);
});
