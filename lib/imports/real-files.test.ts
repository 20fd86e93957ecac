import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { Outcome, RowResult } from "./decide";
import { context, readFile } from "./fixtures/context";
import mappings from "./fixtures/mappings.json";
import { mappingInput } from "./mapping";
import { prepare } from "./prepare";

const folder = path.resolve("../shared/data");
const here = existsSync(folder);
if (!here) process.stderr.write(`${folder} is not here: the tests on real files are skipped\n`);

function counts(rows: RowResult[]): Partial<Record<Outcome, number>> {
  const found: Partial<Record<Outcome, number>> = {};
  for (const { outcome } of rows) found[outcome] = (found[outcome] ?? 0) + 1;
  return found;
}

const files: Array<[string, number, Partial<Record<Outcome, number>>]> = [
  ["uploads/1309275.xlsx", 114, { draft: 113, refused: 1 }],
  ["uploads/1331140.xlsx", 13, { draft: 13 }],
  ["uploads/PJ_1182092.xlsx", 33, { draft: 33 }],
  ["uploads/PJ_1264482.xlsx", 16, { draft: 16 }],
  ["raw/fr_psup_apprentissage_2020_macroman.csv", 4357, { draft: 4348, refused: 9 }],
  ["raw/nl_frissestart_courses.json", 37, { draft: 37 }],
  ["raw/nl_frissestart_sessions.json", 323, { refused: 323 }],
  ["raw/kursnet_sample_20.json", 20, { draft: 20 }],
  ["raw/en_mit_sloan_courses.json", 99, { draft: 99 }],
  ["raw/en_mit_sloan_runs.json", 137, { refused: 137 }],
  ["raw/nl_surf_ooapi_seed_courses_html.json", 1451, { draft: 1451 }],
];

for (const [name, rows, outcomes] of files) {
  test.skipIf(!here)(`${name}: every row is accounted for, each that is not published says why`, async () => {
    const mapping = (mappings as Record<string, unknown>)[name.startsWith("uploads/") ? "uploads" : name] ?? {};
    const results = await readFile(readFileSync(path.join(folder, name)), mapping);
    expect(results).toHaveLength(rows);
    expect(new Set(results.map(({ sheet, row }) => `${sheet} ${row}`)).size).toBe(rows);
    expect(counts(results)).toEqual(outcomes);
    for (const { outcome, problems } of results) expect(outcome === "published" || problems.length > 0).toBe(true);
    for (const { title } of results) expect(title ?? "").not.toMatch(/\ufffd|Ã©|â€|<\/?[a-z]+>|&[a-z]+;/);
  });
}

test.skipIf(!here)("the MacRoman file has its accents", async () => {
  const prepared = await prepare(
    readFileSync(path.join(folder, "raw/fr_psup_apprentissage_2020_macroman.csv")),
    mappingInput.parse(mappings["raw/fr_psup_apprentissage_2020_macroman.csv"]),
    context,
  );
  if (!prepared.ok) throw new Error("not read");
  expect(prepared.value.facts).toMatchObject({ format: "csv", encoding: "macintosh", separator: ";" });
  expect(prepared.value.facts.tables[0]?.columns.map(({ header }) => header)).toContain("ACADÉMIE");
  const titles = Array.from({ length: prepared.value.totalRows }, (_, place) => prepared.value.read(place).title ?? "");
  expect(titles.filter((title) => /[éèêçôà]/.test(title)).length).toBeGreaterThan(1000);
  expect(titles.filter((title) => /[^\p{L}\p{N}\p{P}\p{Z}+°=|]/u.test(title))).toEqual([]);
});

test.skipIf(!here)("the example row that was left in a spreadsheet is named as such", async () => {
  const results = await readFile(readFileSync(path.join(folder, "uploads/1309275.xlsx")), mappings.uploads);
  expect(results.find(({ row }) => row === 3)).toMatchObject({ outcome: "refused", problems: [{ code: "exampleRow" }] });
});

test.skipIf(!here)(
  "24,950 courses: every one is accounted for",
  async () => {
    const mapping = JSON.parse(readFileSync(path.resolve("bench/mappings/courses.json"), "utf8"));
    const results = await readFile(readFileSync(path.join(folder, "courses.jsonl")), mapping);
    expect(results).toHaveLength(24_950);
    expect(new Set(results.map(({ row }) => row)).size).toBe(24_950);
    expect(counts(results)).toEqual({ published: 3217, draft: 21_733 });
  },
  60_000,
);
