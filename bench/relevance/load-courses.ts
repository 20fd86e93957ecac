import { existsSync, readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { loadAccredited } from "@/bench/national-set";
import { newRandom } from "@/bench/random";
import { someProviders } from "@/bench/set/providers";
import { courseFile } from "@/bench/set/texts";
import { client, db } from "@/db";
import { operator } from "@/lib/auth/permissions";
import { startImport } from "@/lib/imports/commands";
import { countOutcomes } from "@/lib/imports/queries";
import { runImport } from "@/lib/jobs/import-catalogue";
import { indexCatalogue } from "@/lib/jobs/index-catalogue";
import { fillDefaultIndex } from "./default-index";
import { slugOf } from "./documents";

/** Adds the real courses to the demonstration, those of each source as offerings of a provider of its own, and fills the indexes. */
const authority = "leerpadenraad";

function linesBySource(): Map<string, string[]> {
  const sources = new Map<string, string[]>();
  for (const line of readFileSync(courseFile, "utf8").split("\n")) {
    if (line === "") continue;
    const { source } = JSON.parse(line) as { source: string };
    sources.set(source, [...(sources.get(source) ?? []), line]);
  }
  return sources;
}

async function load(source: string, lines: string[]): Promise<number> {
  const mapping = JSON.parse(readFileSync("bench/mappings/courses-published.json", "utf8"));
  const bytes = Buffer.from(lines.join("\n"));
  const begun = await startImport(operator("bench"), { providerSlug: slugOf(source), fileName: `${source}.jsonl`, bytes, mapping });
  if (!begun.ok) throw new Error(begun.problems.map(({ code }) => code).join());
  await runImport(begun.value.importId);
  const outcomes = await countOutcomes(begun.value.importId);
  return (outcomes.published ?? 0) + (outcomes.updated ?? 0);
}

const [there] = await db.execute<{ count: number }>(sql`select count(*)::int as count from organisations where slug like ${slugOf("%")}`);
if (!existsSync(courseFile)) console.log(`  ${courseFile} is not here: the demonstration alone is searched`);
else if (there?.count === 0) {
  const sources = linesBySource();
  const rows = someProviders(newRandom(1), sources.size);
  const providers = [...sources.keys()].flatMap((source, position) => {
    const row = rows[position];
    // Under the name of the source: an invented one would answer to words that people search by.
    const name = source.replaceAll("-", " ");
    return row ? [{ ...row, slug: slugOf(source), names: { en: name }, authority }] : [];
  });
  await loadAccredited(providers);
  let published = 0;
  for (const [source, lines] of sources) published += await load(source, lines);
  console.log(`  ${published} real courses of ${sources.size} sources published`);
}
await indexCatalogue();
await fillDefaultIndex();
await client.end();
