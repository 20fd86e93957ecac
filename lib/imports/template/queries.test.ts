import { execFile } from "node:child_process";
import { buffer } from "node:stream/consumers";
import { promisify } from "node:util";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/db";
import { importChanges, organisations } from "@/db/schema";
import { operator } from "@/lib/auth/permissions";
import { country } from "@/lib/country/country";
import { startImport } from "@/lib/imports/commands";
import { countOutcomes } from "@/lib/imports/queries";
import { runImport } from "@/lib/jobs/import-catalogue";
import { emptyDatabase } from "@/lib/testing/database";
import { anOffering } from "@/lib/testing/offerings";
import { aProvider } from "@/lib/testing/registry";
import { dropIndexes } from "@/lib/testing/search-engine";
import { findCatalogueToExport } from "./queries";
import { type Exported, toRows } from "./rows";
import { templateColumns } from "./template";
import { longestExcelCell, workbook } from "./workbook";
import { csvHeader, csvRows } from "./write";

/** Every catalogue of the demonstration, loaded as an instance loads it. */
beforeAll(async () => {
  await emptyDatabase();
  const env = { ...process.env, DEMONSTRATION: "on" };
  await promisify(execFile)(process.execPath, ["--conditions=react-server", "--import", "tsx", "lib/cli/load-demonstration.ts"], { env });
}, 120_000);

afterAll(dropIndexes);

async function exported(providerId: string, format: "csv" | "xlsx"): Promise<{ bytes: Uint8Array; offerings: number }> {
  const actor = { id: "person:00000000-0000-4000-8000-000000000001", role: "manager", organisationId: providerId } as const;
  const catalogue = await findCatalogueToExport(actor, providerId);
  if (!catalogue) throw new Error("nothing to export");
  const columns = templateColumns(country.languages, catalogue.used);
  const kept: Exported[] = [];
  for await (const page of catalogue.pages()) kept.push(...page);
  const groups = kept.map((one) => toRows(one, catalogue.statements));
  const bytes =
    format === "csv" ? Buffer.from(csvHeader(columns) + csvRows(columns, groups.flat())) : await buffer(workbook(columns, groups));
  return { bytes, offerings: kept.length };
}

test.each(["csv", "xlsx"] as const)(
  "every catalogue of the demonstration, taken out as %s and handed in untouched, changes nothing",
  async (format) => {
    const providers = await db
      .selectDistinct({ id: organisations.id, slug: organisations.slug, statements: organisations.statements })
      .from(organisations);
    let offerings = 0;
    const changed: Record<string, unknown> = {};
    for (const { id, slug, statements } of providers) {
      const file = await exported(id, format);
      if (file.offerings === 0) continue;
      offerings += file.offerings;
      const started = await startImport(operator("test"), { providerSlug: slug, fileName: `${slug}.${format}`, bytes: file.bytes });
      if (!started.ok) throw new Error(`${slug}: ${started.problems[0]?.code}`);
      await runImport(started.value.importId);
      const { unchanged, ...others } = await countOutcomes(started.value.importId);
      const written = await db.$count(importChanges, eq(importChanges.importId, started.value.importId));
      const [after] = await db.select({ statements: organisations.statements }).from(organisations).where(eq(organisations.id, id));
      if (!unchanged || Object.keys(others).length > 0 || written > 0) changed[slug] = { unchanged, ...others, written };
      expect(after?.statements, slug).toEqual(statements);
    }
    expect(changed).toEqual({});
    expect(offerings).toBeGreaterThan(200);
  },
  60_000,
);

test("a text that no cell of Excel holds is found before the first byte goes out", async () => {
  const provider = await aProvider();
  const actor = { id: "person:00000000-0000-4000-8000-000000000001", role: "viewer", organisationId: provider.id } as const;
  const isOver = async () => await (await findCatalogueToExport(actor, provider.id))?.hasCellOver(longestExcelCell);
  await anOffering(provider, { content: { description: { en: "x".repeat(20_000) }, furtherInformation: { en: "x".repeat(20_000) } } });
  expect(await isOver(), "much in all, but in several cells").toBe(false);
  await anOffering(provider, {
    content: { outcomes: Array.from({ length: 20 }, () => ({ type: "skill", text: { en: "x".repeat(2000) }, skills: [] })) },
  });
  expect(await isOver()).toBe(true);
});
