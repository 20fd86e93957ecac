import { closeSync, existsSync, openSync, readFileSync, writeSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { client } from "@/db";
import { operator } from "@/lib/auth/permissions";
import { runQualityImport } from "@/lib/jobs/import-quality";
import { startQualityImport } from "@/lib/quality/imports/commands";
import { countQualityOutcomes, findQualityImportFor, listQualityImportRows } from "@/lib/quality/imports/queries";
import { readQualityFile } from "@/lib/quality/imports/read-file";
import { qualityReportHeader, qualityReportLines } from "@/lib/quality/imports/report";

/** npm run deqar:import: hands in files of DEQAR's, follows the work on each and writes a report of its rows. */
const usage = "npm run deqar:import -- FILE… [--agencies | --reports] [--dry-run] [--language en|nl|fr|de]";
const actor = operator("import");
const { values, positionals } = parseArguments();
const locale = ["en", "nl", "fr", "de"].includes(values.language ?? "") ? (values.language ?? "en") : "en";
const read = (area: string) => JSON.parse(readFileSync(path.resolve("lib/i18n/messages", locale, `${area}.json`), "utf8"));
const problems: Record<string, string> = read("problems");
const outcomes: Record<string, string> = read("quality").imports.outcomes;
const words = { outcome: (code: string) => outcomes[code] ?? code, problem: (code: string) => problems[code] ?? code };
/** npm runs us in the project's folder; files are named from the one in which somebody typed. */
const folder = process.env.INIT_CWD ?? process.cwd();

function parseArguments() {
  const options = {
    agencies: { type: "boolean", default: false },
    reports: { type: "boolean", default: false },
    "dry-run": { type: "boolean", default: false },
    language: { type: "string" },
  } as const;
  try {
    return parseArgs({ allowPositionals: true, options });
  } catch (error) {
    return quit(`${error instanceof Error ? error.message : error}\n${usage}`);
  }
}

function quit(message: string): never {
  console.error(message);
  process.exit(1);
}

async function importFile(name: string): Promise<boolean> {
  const file = path.resolve(folder, name);
  if (!existsSync(file)) return quit(`There is no file ${file}`);
  const bytes = readFileSync(file);
  await requireKind(name, bytes);
  const started = await startQualityImport(actor, { fileName: path.basename(file), bytes, dryRun: values["dry-run"] });
  if (!started.ok) return quit(`${name}: ${started.problems.map(({ code }) => words.problem(code)).join(" ")}`);
  const { importId } = started.value;
  await follow(importId);
  const shown = await findQualityImportFor(actor, importId);
  if (shown?.status === "failed") {
    console.error(`${name}: ${words.problem(shown.failure ?? "fileUnreadable")}`);
    return false;
  }
  const counts = await countQualityOutcomes(importId);
  const said = Object.entries(counts).map(([outcome, rows]) => `${words.outcome(outcome)}: ${rows}`);
  console.log(`${name} (${shown?.kind}${values["dry-run"] ? ", dry run" : ""}): ${said.join(", ") || "no rows"}`);
  console.log(`  Report: ${await writeReport(importId, file)}`);
  return !counts.refused;
}

/** Whoever says what a file holds is told where it holds something else, before anything is written. */
async function requireKind(name: string, bytes: Uint8Array): Promise<void> {
  if (values.agencies === values.reports) return;
  const file = await readQualityFile(bytes);
  if (file.ok && (file.value.kind === "reports") !== values.reports) quit(`${name} holds ${file.value.kind}.`);
}

/** Works itself while no worker has the import in hand. */
async function follow(importId: string): Promise<void> {
  const show = (done: number, total: number) => {
    const line = `  ${done} of ${total} rows, ${total ? Math.floor((100 * done) / total) : 0} %`;
    if (process.stdout.isTTY) process.stdout.write(`\r${line}\x1b[K`);
    else if (done === total) console.log(line);
  };
  for (;;) {
    if ((await runQualityImport(importId, { onProgress: show })) !== "elsewhere") break;
    const now = await findQualityImportFor(actor, importId);
    if (!now || !["queued", "running"].includes(now.status)) break;
    show(now.doneRows, now.totalRows ?? 0);
    await pause(500);
  }
  if (process.stdout.isTTY) process.stdout.write("\n");
}

async function writeReport(importId: string, file: string): Promise<string> {
  const target = path.resolve(folder, `${path.basename(file)}.report.csv`);
  const handle = openSync(target, "w");
  writeSync(handle, qualityReportHeader());
  for (let after = 0; ; ) {
    const rows = await listQualityImportRows(importId, { limit: 1000, after });
    writeSync(handle, qualityReportLines(rows, words));
    after = rows.at(-1)?.row ?? after;
    if (rows.length < 1000) break;
  }
  closeSync(handle);
  return target;
}

if (positionals.length === 0) quit(usage);
let isWhole = true;
for (const name of positionals) isWhole = (await importFile(name)) && isWhole;
await client.end();
// Rows that were refused are told to scripts as well.
process.exit(isWhole ? 0 : 2);
