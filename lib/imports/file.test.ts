import { readFileSync } from "node:fs";
import path from "node:path";
import iconv from "iconv-lite";
import { expect, test } from "vitest";
import writeXlsxFile from "write-excel-file/node";
import { offeringContent } from "@/lib/offerings/content";
import { anyCoverage } from "@/lib/offerings/coverage";
import { decide } from "./decide";
import { context, readFile } from "./fixtures/context";
import { csv, good, headers } from "./fixtures/rows";
import { groupRows } from "./group";
import { mappingInput } from "./mapping";
import { prepare } from "./prepare";

test("a row as people write it is published, every cell understood", async () => {
  const [row] = await readFile(csv([good]));
  expect(row).toMatchObject({ outcome: "published", problems: [], row: 2, title: "Bodemzorg" });
  const prepared = await prepare(csv([good]), mappingInput.parse({}), context);
  if (!prepared.ok) throw new Error("not read");
  const { change } = decide(groupRows([prepared.value.read(0)]), undefined, {
    statements: {},
    today: context.today,
    coverage: anyCoverage,
  });
  expect(offeringContent.parse(change?.publish?.content)).toMatchObject({
    originalLanguage: "nl",
    title: { nl: "Bodemzorg", fr: "Soin du sol" },
    outcomes: [
      { type: "knowledge", text: { nl: "Benoemt bodemtypes" } },
      { type: "skill", text: { nl: "Leest een bodemstaal" } },
    ],
    ects: 3.5,
    eqf: 5,
    fields: ["0812"],
    modes: ["online"],
    assessment: ["oral-exam", "portfolio"],
    awardingBodies: [{ slug: "garden-college", name: "Garden College" }],
    languages: ["nl"],
  });
  expect(change?.sessions[0]?.after).toMatchObject({
    externalId: "2027-01-14-gent",
    startsOn: "2027-01-14",
    endsOn: "2027-04-08",
    places: [{ town: "Gent", nuts: "BE234" }],
    prices: [{ learnerGroup: "everyone", amount: 240, currency: "EUR" }],
    windows: [{ opensOn: "2026-10-01", closesOn: "2027-01-07" }],
  });
});

test.each(["utf-8", "utf-16le", "windows-1252", "macintosh", "iso-8859-15"])(
  "the same file in %s is the same catalogue",
  async (encoding) => {
    const text = csv([
      good.map((cell) => cell.replace("€ 240,-", "240 EUR")),
      ["LW-2", "Coördinatie", "Créer à l'école", ...good.slice(3)].map((cell) => cell.replace("€ ", "")),
    ]).toString();
    const rows = await readFile(iconv.encode(text, encoding, { addBOM: encoding.startsWith("utf-16") }));
    expect(rows.map(({ title, outcome, problems }) => ({ title, outcome, problems }))).toEqual([
      { title: "Bodemzorg", outcome: "published", problems: [] },
      { title: "Coördinatie", outcome: "published", problems: [] },
    ]);
  },
);

test("each row is told what is wrong with it, and one bad row leaves the others alone", async () => {
  const change = (cells: Record<number, string>) => good.map((cell, index) => cells[index] ?? cell);
  const rows = await readFile(
    csv([
      good,
      change({ 0: "" }),
      change({ 0: "LW-3", 1: "", 2: "" }),
      change({ 0: "LW-4", 4: "120" }),
      change({ 0: "LW-5", 8: "" }),
      change({ 0: "LW-6", 13: "1/1/2027" }),
      change({ 0: "LW-7", 12: "najaar" }),
      change({ 0: "LW-8", 7: "telepathie" }),
      change({ 0: "VOORBEELD-1" }),
      change({ 1: "Iets anders" }),
      headers,
    ]),
  );
  const byRow = [...rows]
    .sort((a, b) => a.row - b.row)
    .map(({ row, outcome, problems }) => [row, outcome, problems.map(({ code }) => code).join(" ")]);
  expect(byRow).toEqual([
    [2, "published", ""],
    [3, "refused", "idMissing"],
    [4, "refused", "titleMissing"],
    [5, "draft", "ectsOutOfBounds workloadMissing"],
    [6, "draft", "assessmentMissing"],
    [7, "published", "endsBeforeStarts"],
    [8, "published", "dateNotUnderstood"],
    [9, "draft", "codeNotUnderstood modesMissing"],
    [10, "refused", "exampleRow"],
    [11, "refused", "rowsDisagree"],
    [12, "refused", "headerRepeated"],
  ]);
  expect(rows.find(({ row }) => row === 9)?.problems[0]).toEqual({ code: "codeNotUnderstood", field: "lesvorm", value: "telepathie" });
});

test("a workbook: banner, typed cells, a sheet of sessions, a sheet of choices", async () => {
  const cell = (value: string | number | Date) => (value instanceof Date ? { value, type: Date, format: "dd/mm/yyyy" } : { value });
  const offerings = [["Onze catalogus 2027"], [], ["id", "titel", "ects"], ["A", "Eerste", 2.5], ["B", "Tweede", 3]];
  const sessions = [
    ["id", "session id", "startdatum", "prijs"],
    ["A", "s1", new Date(Date.UTC(2027, 0, 14)), 240.5],
    ["C", "s2", "onzin", 1],
  ];
  const sheets = [offerings, sessions, [["lesvormen"], ["online"]]].map((rows) => rows.map((row) => row.map(cell)));
  const names = ["Aanbod", "Sessies", "Keuzes"];
  const bytes = await (writeXlsxFile as unknown as (data: unknown, options?: unknown) => { toBuffer: () => Promise<Buffer> })(
    sheets.map((data, index) => ({ data, sheet: names[index] })),
  ).toBuffer();
  const rows = await readFile(bytes);
  expect(
    rows.map(({ sheet, row, externalId, outcome, problems }) => [
      sheet,
      row,
      externalId,
      outcome,
      problems.some(({ code }) => code === "offeringUnknown"),
    ]),
  ).toEqual([
    ["Aanbod", 4, "A", "draft", false],
    ["Sessies", 2, "A", "draft", false],
    ["Aanbod", 5, "B", "draft", false],
    ["Sessies", 3, "C", "refused", true],
  ]);
});

test("JSON: nested objects, one document a line, a broken line", async () => {
  const nested = await readFile(
    Buffer.from(JSON.stringify({ meta: 1, courses: [{ code: "A", i18n: { nl: { title: "Eerste" } }, credits: 3 }] })),
  );
  expect(nested).toMatchObject([{ row: 1, externalId: "A", title: "Eerste" }]);
  const lines = await readFile(Buffer.from('{"id":"A","title":"Eerste"}\n\n{"id":\n{"id":"B","title":"Tweede"}\n'));
  expect(lines.map(({ row, outcome }) => [row, outcome]).sort()).toEqual([
    [1, "draft"],
    [3, "refused"],
    [4, "draft"],
  ]);
});

test("our own form: statements for the whole catalogue, overridden and named; problems say the path", async () => {
  const bytes = readFileSync(path.resolve("demo/catalogues/hogeschool-lindewater.json"));
  const prepared = await prepare(bytes, mappingInput.parse({}), context);
  if (!prepared.ok) throw new Error("not read");
  const { groups, read, statements } = prepared.value;
  const decisions = groups.map((places) =>
    decide(groupRows(places.map(read)), undefined, { statements: statements ?? {}, today: context.today, coverage: anyCoverage }),
  );
  for (const { change } of decisions) offeringContent.parse(change?.publish?.content ?? change?.pending);
  expect(decisions[0]?.change?.publish?.content.statedForCatalogue).toContain("quality");
  expect(prepared.value.facts.unknownNames).toEqual([]);
  const wrong = await readFile(
    Buffer.from(
      JSON.stringify({
        catalogue: {},
        offerings: [{ id: "A", title: { nl: "Eerste" }, ects: "veel", sessions: [{ id: "1", starts: "soms" }] }, 7],
      }),
    ),
  );
  expect(wrong[0]?.problems).toEqual(
    expect.arrayContaining([
      { code: "numberNotUnderstood", field: "offerings.0.ects", value: "veel" },
      { code: "dateNotUnderstood", field: "offerings.0.sessions.0.starts", value: "soms" },
    ]),
  );
  expect(wrong[1]?.outcome).toBe("refused");
});
