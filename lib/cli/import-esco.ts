import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { client } from "@/db";
import { operator } from "@/lib/auth/permissions";
import { rebuildCatalogueIndex } from "@/lib/jobs/index-catalogue";
import { type FileOutcome, importEscoFile } from "@/lib/skills/esco/import-file";

/** npm run esco:import: takes over the files of ESCO's own download that lie in a folder, and builds the index anew by what changed. */
const usage = "npm run esco:import -- FOLDER";
const actor = operator("import");
/** npm runs us in the project's folder; the folder is named from the one in which somebody typed. */
const folder = path.resolve(process.env.INIT_CWD ?? process.cwd(), process.argv[2] ?? "");

function quit(message: string): never {
  console.error(message);
  process.exit(1);
}

/** What a file came to; whether all of it was understood. */
function tell(name: string, outcome: FileOutcome): boolean {
  if (outcome.is === "other") {
    console.log(`${name}: not needed, other files say the same.`);
    return true;
  }
  const problems = outcome.is === "refused" ? [outcome.problem] : outcome.problems;
  if (outcome.is === "done") {
    const { kind, language, rows, changed, others } = outcome;
    const left = others > 0 ? `, ${others} about other things` : "";
    console.log(`${name}: ${kind}${language ? ` in ${language}` : ""}, ${rows} rows, ${changed} new or changed${left}.`);
  }
  for (const { line, column, value, remedy } of problems)
    console.error(
      `${name}, line ${line}${column ? `, ${column}` : ""}: ${value ? `“${value}” is not understood` : "nothing stands there"}. ${remedy}`,
    );
  return problems.length === 0;
}

if (!process.argv[2]) quit(usage);
if (!existsSync(folder) || !statSync(folder).isDirectory()) quit(`There is no folder ${folder}\n${usage}`);
const names = readdirSync(folder)
  .filter((name) => /\.csv(\.gz)?$/.test(name))
  .sort();
if (names.length === 0) quit(`There is no file of ESCO's (….csv) in ${folder}. Unpack the download there.`);

let isWhole = true;
let changed = 0;
for (const name of names) {
  const begun = performance.now();
  let told = begun;
  const outcome = await importEscoFile(actor, path.join(folder, name), (rows) => {
    const now = performance.now();
    if (now - told < 2000) return;
    told = now;
    console.log(`  ${name}: ${rows} rows, ${Math.round((1000 * rows) / (now - begun))} a second`);
  });
  isWhole = tell(name, outcome) && isWhole;
  if (outcome.is === "done") changed += outcome.changed;
}
if (changed > 0) {
  const total = await rebuildCatalogueIndex((done) => console.log(`  ${done} offerings indexed`));
  console.log(`The index is new: ${total} offerings.`);
}
await client.end();
// What was not understood is told to scripts as well.
process.exit(isWhole ? 0 : 2);
