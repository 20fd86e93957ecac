import { existsSync, readFileSync } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { sql } from "drizzle-orm";
import { client, db } from "@/db";
import { operator } from "@/lib/auth/permissions";
import { startImport } from "@/lib/imports/commands";
import { countOutcomes } from "@/lib/imports/queries";
import { runImport } from "@/lib/jobs/import-catalogue";
import { figure } from "./figures";
import { compareIndexing } from "./indexing-rates";
import { loadOneProvider } from "./national-set";
import { newRandom } from "./random";
import { courseFile, courseTexts } from "./set/texts";

const written = ["offerings", "versions", "sessions", "enrolment_windows", "session_prices", "events", "import_rows"];

/** The real courses where they are, else as many invented ones in the same shape. */
function readCourses(): { bytes: Uint8Array; rows: number } {
  const invent = () =>
    courseTexts(newRandom(5), 25_000).map(({ language, title, description, outcomes, keywords }, position) =>
      JSON.stringify({ id: `course-${position}`, title, description, language, learningOutcomes: outcomes.join(" "), topics: keywords }),
    );
  const bytes = existsSync(courseFile) ? readFileSync(courseFile) : Buffer.from(invent().join("\n"));
  return { bytes, rows: bytes.toString().trim().split("\n").length };
}

/** The same rows by COPY into tables of the same shape with the same indexes: as fast as Postgres takes them. */
async function copyRate(rows: number): Promise<number> {
  let seconds = 0;
  for (const table of written) {
    const pieces: Buffer[] = [];
    const generated = table === "versions" ? versionColumns : "";
    for await (const piece of await client.unsafe(`copy ${table} ${generated} to stdout`).readable()) pieces.push(piece as Buffer);
    await client.unsafe(`create table copy_${table} (like ${table} including all)`);
    const started = performance.now();
    await pipeline(Readable.from(pieces), await client.unsafe(`copy copy_${table} ${generated} from stdin`).writable());
    seconds += (performance.now() - started) / 1000;
    await client.unsafe(`drop table copy_${table}`);
  }
  return rows / seconds;
}

const versionColumns =
  "(id, offering_id, number, effective_from, published_at, content, title, eqf, ects, hours, fields, modes, languages, quality, setting, completeness, search_text)";

const slug = await loadOneProvider();
const { bytes, rows } = readCourses();
const mapping = JSON.parse(readFileSync("bench/mappings/courses-published.json", "utf8"));
const started = performance.now();
const begun = await startImport(operator("bench"), { providerSlug: slug, fileName: "courses.jsonl", bytes, mapping });
if (!begun.ok) throw new Error(begun.problems.map(({ code }) => code).join());
await runImport(begun.value.importId);
const seconds = (performance.now() - started) / 1000;
const outcomes = await countOutcomes(begun.value.importId);
const published = (outcomes.published ?? 0) + (outcomes.updated ?? 0);
console.log(
  `  ${rows} rows: ${Object.entries(outcomes)
    .map(([outcome, count]) => `${count} ${outcome}`)
    .join(", ")}`,
);
figure("bulk import, rows read and decided", rows / seconds, "rows/s");
figure("bulk import, validated and published", published / seconds, "offerings/s", "", { atLeast: 1000 });
const own = await copyRate(published);
figure("the same rows by COPY, Postgres' own rate", own, "offerings/s", `import is ${(published / seconds / own).toFixed(2)} of it`);

await db.execute(sql`analyze`);
await compareIndexing();
await client.end();
