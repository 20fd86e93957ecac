import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db";
import { offerings, organisations, pendingVersions } from "@/db/schema";
import { operator } from "@/lib/auth/permissions";
import { today } from "@/lib/clock";
import { addDays } from "@/lib/days/days";
import { importForReal } from "@/lib/imports/again/commands";
import { startImport } from "@/lib/imports/commands";
import { catalogue, offering } from "@/lib/imports/fixtures/catalogue";
import { findImportFor } from "@/lib/imports/queries";
import { runImport } from "@/lib/jobs/import-catalogue";
import { changeStatements, type Statement, weighStatement } from "@/lib/statements/commands";
import { findStatements } from "@/lib/statements/queries";
import { emptyDatabase } from "@/lib/testing/database";
import { anOffering } from "@/lib/testing/offerings";
import { aMember } from "@/lib/testing/people";
import { aContent } from "@/lib/testing/records";
import { aProvider, type TestProvider } from "@/lib/testing/registry";
import { countLeftBehind } from "./queries";

const system = operator("test");
let provider: TestProvider;

beforeEach(async () => {
  await emptyDatabase();
  provider = await aProvider({ slug: "garden-college" });
});

const left = async (id: string) => {
  const shown = await findImportFor(system, id);
  return shown && (await countLeftBehind(shown));
};

test("a file that states otherwise says whom it leaves behind, until they are brought in line", async () => {
  await db.update(organisations).set({ statements: { quality: ["esg"] } });
  const takes = { quality: ["esg"], statedForCatalogue: ["quality"] };
  await anOffering(provider, { slug: "takes", content: takes });
  await anOffering(provider, { slug: "own", content: { quality: ["esg"] } });
  const named = await anOffering(provider, { slug: "named", content: takes });
  const scheduled = await anOffering(provider, { slug: "scheduled", content: takes });
  await db.insert(pendingVersions).values({
    offeringId: scheduled,
    content: aContent({ ...takes, title: { en: "Next" } }),
    publishOn: addDays(today(), 5),
  });
  const [row] = await db.select({ id: offerings.externalId }).from(offerings).where(eq(offerings.id, named));
  const file = { catalogue: { ...catalogue, quality: ["eqavet"] }, offerings: [offering(row?.id ?? "")] };
  const started = await startImport(system, {
    providerSlug: provider.slug,
    fileName: "c.json",
    bytes: Buffer.from(JSON.stringify(file)),
    dryRun: true,
  });
  const importId = started.ok ? started.value.importId : "";
  await runImport(importId);
  const editor = await aMember(provider.id, "editor");
  expect(await findStatements(editor), "a dry run states nothing").toEqual({ quality: ["esg"] });
  expect(await left(importId)).toEqual({ offerings: 2, scheduled: 1 });

  await importForReal(system, importId);
  await runImport(importId);
  expect(await findStatements(editor)).toMatchObject({ quality: ["eqavet"] });
  expect(await left(importId)).toEqual({ offerings: 2, scheduled: 1 });

  const statement: Statement = { part: "quality", values: { quality: ["eqavet"] }, base: { quality: ["eqavet"] }, taken: [], keep: false };
  const weighed = await weighStatement(editor, statement);
  if (!weighed.ok) throw new Error(weighed.problems[0]?.code);
  expect(await changeStatements(editor, statement, weighed.value.mark)).toMatchObject({ ok: true });
  expect(await left(importId)).toEqual({ offerings: 0, scheduled: 0 });
});
