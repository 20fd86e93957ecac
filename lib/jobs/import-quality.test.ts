import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { db } from "@/db";
import { organisationIdentifiers, qualityAgencies, qualityImports } from "@/db/schema";
import { resumeQualityImports } from "@/lib/quality/imports/commands";
import { countQualityOutcomes } from "@/lib/quality/imports/queries";
import { closeDatabase, emptyDatabase } from "@/lib/testing/database";
import { aProvider } from "@/lib/testing/registry";
import { runQualityImport } from "./import-quality";

beforeEach(emptyDatabase);
afterAll(closeDatabase);

const reports = 4000;

test("kill -9 in the middle of an import: another goes on, nothing is lost or doubled", async () => {
  const provider = await aProvider();
  await db
    .insert(organisationIdentifiers)
    .values({ organisationId: provider.id, scheme: "deqarinst", value: "DEQARINST0001", valid: "(,)" });
  await db.insert(qualityAgencies).values({ deqarId: 1, acronym: "QAI", name: "Quality Agency Invented" });
  const header = "agency,local_identifier,activity,status,decision,valid_from,date_format,institution[1].deqar_id";
  const rows = Array.from({ length: reports }, (_, n) => `QAI,N-${n},Audit,1,1,2020-01-15,%Y-%m-%d,1`);
  const folder = mkdtempSync(path.join(tmpdir(), "cairn-quality-"));
  writeFileSync(path.join(folder, "many.csv"), [header, ...rows].join("\n"));
  const child = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", "lib/cli/import-deqar.ts", "many.csv"], {
    env: { ...process.env, INIT_CWD: folder },
    stdio: "ignore",
  });
  let done = 0;
  while (done === 0 && child.exitCode === null) {
    await pause(5);
    done = (await db.select({ done: qualityImports.doneRows }).from(qualityImports))[0]?.done ?? 0;
  }
  child.kill("SIGKILL");
  await once(child, "exit");
  const [left] = await db
    .select({ id: qualityImports.id, status: qualityImports.status, done: qualityImports.doneRows })
    .from(qualityImports);
  expect(left).toMatchObject({ status: "running" });
  expect(left?.done).toBeLessThan(reports);

  await pause(300);
  expect(await resumeQualityImports()).toBe(1);
  expect(await runQualityImport(left?.id ?? "")).toBe("finished");
  expect(await countQualityOutcomes(left?.id ?? "")).toEqual({ added: reports });
  const [counts] =
    await db.execute(sql`select (select count(*)::int from quality_reports) as reports, (select count(distinct local_identifier)::int from quality_reports) as names,
    (select count(*)::int from quality_report_subjects where matched_by = 'identifier') as subjects, (select count(*)::int from quality_import_rows) as rows`);
  expect(counts).toEqual({ reports, names: reports, subjects: reports, rows: reports });
}, 120_000);
