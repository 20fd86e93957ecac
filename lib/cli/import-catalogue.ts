import { closeSync, existsSync, openSync, readFileSync, writeSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { operator } from "@/lib/auth/permissions";
import { resumeImports, saveMapping, startImport } from "@/lib/imports/commands";
import type { FileFacts } from "@/lib/imports/facts";
import { countOutcomes, countProblems, findImport, findImportFor, findProviderMapping, listImportRows } from "@/lib/imports/queries";
import { explain, type ReportMessages, reportHeader, reportLines } from "@/lib/imports/report";
import { isAtWork, runImport } from "@/lib/jobs/import-catalogue";
import type { Problem } from "@/lib/result";

/** npm run import: hands a catalogue in as its provider would, follows the work on it and writes the report. */
const usage = `npm run import -- --provider SLUG FILE [--mapping FILE-OR-NAME] [--dry-run] [--save-mapping NAME] [--language en|nl|fr|de]
npm run import -- --continue ID`;
const actor = operator("import");
const { values, positionals } = parseArguments();
const locale = ["en", "nl", "fr", "de"].includes(values.language ?? "") ? (values.language ?? "en") : "en";
const messages = readMessages();
const stopping = new AbortController();
/** npm runs us in the project's folder; files are named from, and the report is written to, the folder in which somebody typed. */
const folder = process.env.INIT_CWD ?? process.cwd();

function parseArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        provider: { type: "string" },
        mapping: { type: "string" },
        "save-mapping": { type: "string" },
        "dry-run": { type: "boolean", default: false },
        language: { type: "string" },
        continue: { type: "string" },
      },
    });
  } catch (error) {
    return quit(`${error instanceof Error ? error.message : error}\n${usage}`);
  }
}

function readMessages(): ReportMessages {
  const read = (area: string) => JSON.parse(readFileSync(path.resolve("lib/i18n/messages", locale, `${area}.json`), "utf8"));
  return { problems: read("problems"), outcomes: read("imports").outcomes };
}

function quit(message: string): never {
  console.error(message);
  process.exit(1);
}

function say(problems: Problem[]): string {
  return problems
    .map(({ code, field, value }) => `${field ? `${field}: ` : ""}${messages.problems[code]}${value ? ` (${value})` : ""}`)
    .join("\n");
}

async function handIn(): Promise<string> {
  const [name] = positionals;
  if (!values.provider || !name) return quit(usage);
  const file = path.resolve(folder, name);
  if (!existsSync(file)) return quit(`There is no file ${file}`);
  const mapping = values.mapping === undefined ? {} : await mappingNamed(values.provider, values.mapping);
  const started = await startImport(actor, {
    providerSlug: values.provider,
    fileName: path.basename(file),
    bytes: readFileSync(file),
    mapping,
    dryRun: values["dry-run"],
  });
  if (!started.ok) return quit(say(started.problems));
  if (values["save-mapping"]) {
    const saved = await saveMapping(actor, values.provider, values["save-mapping"], mapping);
    if (!saved.ok) return quit(say(saved.problems));
  }
  return started.value.importId;
}

async function mappingNamed(provider: string, name: string): Promise<unknown> {
  const file = path.resolve(folder, name);
  if (existsSync(file)) {
    try {
      return JSON.parse(readFileSync(file, "utf8"));
    } catch (error) {
      return quit(`${name} is not valid JSON: ${error instanceof Error ? error.message : error}`);
    }
  }
  return (await findProviderMapping(actor, provider, name)) ?? quit(say([{ code: "mappingUnknown", value: name }]));
}

/** Follows a worker that has the import in hand; works itself while none has, also when one dies on the way. */
async function follow(importId: string): Promise<void> {
  const begun = Date.now();
  let first: number | undefined;
  const show = (done: number, total: number) => {
    first ??= done;
    const rate = Math.round((done - first) / Math.max(0.001, (Date.now() - begun) / 1000));
    const line = `  ${done} of ${total} rows, ${total ? Math.floor((100 * done) / total) : 0} %, ${rate} rows a second`;
    if (process.stdout.isTTY) process.stdout.write(`\r${line}\x1b[K`);
    else if (done === total) console.log(line);
  };
  let lost = 0;
  while (!stopping.signal.aborted) {
    try {
      const now = await findImportFor(actor, importId);
      if (!now || !["queued", "running"].includes(now.status)) break;
      if (await isAtWork(importId)) {
        show(now.doneRows, now.totalRows ?? 0);
        await pause(500);
      } else await runImport(importId, { signal: stopping.signal, onProgress: ({ doneRows, totalRows }) => show(doneRows, totalRows) });
      lost = 0;
    } catch (error) {
      // The database was stopped or killed: what was committed stands, and the import goes on from there when it is back.
      if (!isConnectionLost(error) || ++lost > 60) throw error;
      if (lost === 1) console.log("\nThe database does not answer; waiting for it to come back.");
      await pause(2000);
    }
  }
  if (process.stdout.isTTY) process.stdout.write("\n");
}

function isConnectionLost(error: unknown): boolean {
  const { code, cause } = (error ?? {}) as { code?: unknown; cause?: unknown };
  return /^(CONNECTION_|ECONN|57P0|08)/.test(String(code ?? "")) || (cause !== undefined && isConnectionLost(cause));
}

function describeFile(facts: FileFacts): void {
  const separator = facts.separator === "\t" ? "tab" : facts.separator;
  const how = [facts.format, facts.encoding, separator ? `separator ${separator}` : null].filter(Boolean).join(", ");
  console.log(`Read as ${how}.`);
  for (const { sheet, headerRow, bannerRows, rows, read, columns } of facts.tables) {
    const where = headerRow ? `, headers in row ${headerRow}` : "";
    console.log(
      `${sheet ? `Sheet “${sheet}”: ` : ""}${rows} rows${where}${bannerRows.length ? `, above them ${bannerRows.length} rows that are no part of the table` : ""}${read ? "" : "; not read, it has no column for the id"}`,
    );
    const matched = columns.filter(({ field }) => field !== null);
    const others = columns.filter(({ field }) => field === null).map(({ header }) => header);
    console.log(
      `  Columns matched: ${matched.map(({ header, field }) => (header === field ? header : `${header} → ${field}`)).join("; ") || "none"}`,
    );
    if (others.length > 0)
      console.log(`  Not matched: ${others.slice(0, 40).join("; ")}${others.length > 40 ? ` and ${others.length - 40} more` : ""}`);
  }
  if (facts.stated.length > 0) console.log(`Stated for the whole catalogue: ${facts.stated.join(", ")}`);
  if (facts.statementProblems.length > 0) console.log(say(facts.statementProblems));
  if (facts.unknownNames?.length > 0) console.log(`Names that are not known: ${facts.unknownNames.join(", ")}`);
}

async function writeReport(importId: string, fileName: string): Promise<string> {
  const file = path.resolve(folder, `${path.basename(fileName)}.report.csv`);
  const out = openSync(file, "w");
  writeSync(out, reportHeader());
  let after: { sheet: string; row: number } | undefined;
  do {
    const rows = await listImportRows(importId, { limit: 2000, ...(after ? { after } : {}) });
    writeSync(out, reportLines(rows, messages));
    after = rows.length === 2000 ? rows.at(-1) : undefined;
  } while (after);
  closeSync(out);
  return file;
}

async function summarise(importId: string): Promise<number> {
  const done = await findImport(importId);
  if (!done) return 1;
  if (done.status === "failed") {
    console.error(`The file could not be read. ${messages.problems[done.failure as keyof typeof messages.problems] ?? done.failure}`);
    return 1;
  }
  describeFile(done.facts as FileFacts);
  const outcomes = await countOutcomes(importId);
  console.log(
    `${done.dryRun ? "A dry run, nothing was written; it would be: " : ""}${Object.entries(outcomes)
      .map(([outcome, rows]) => `${rows} ${messages.outcomes[outcome]}`)
      .join(", ")}; ${done.doneRows} rows in all.`,
  );
  for (const { code, rows, example } of await countProblems(importId)) {
    const first = `${example.sheet ? `${example.sheet} ` : ""}row ${example.row}${example.field ? `, ${example.field}` : ""}${example.value ? `: ${example.value}` : ""}`;
    console.log(`  ${String(rows).padStart(6)} × ${explain(code as Problem["code"], messages).wrong} First: ${first}`);
  }
  console.log(`The report on every row: ${await writeReport(importId, done.fileName)}`);
  return 0;
}

process.once("SIGINT", () => {
  console.log("\nStopping after the rows in hand. A second Ctrl-C stops at once; nothing is lost or doubled either way.");
  stopping.abort();
});

if (values.continue) await resumeImports();
const importId = values.continue ?? (await handIn());
await follow(importId);
const code = stopping.signal.aborted ? 0 : await summarise(importId);
if (stopping.signal.aborted) console.log(`A worker goes on with it when one runs; or: npm run import -- --continue ${importId}`);
// Connections that a killed database took along would never end by themselves.
process.exit(code);
