import { buffer } from "node:stream/consumers";
import { crc32, inflateRawSync } from "node:zlib";
import fc from "fast-check";
import readXlsxFile from "read-excel-file/node";
import { expect, test } from "vitest";
import type { TemplateRow } from "./rows";
import { workbook } from "./workbook";

const columns = ["id", "title", "note"];
const cells = async (groups: TemplateRow[][], rowsPerSheet?: number) =>
  await readXlsxFile(await buffer(workbook(columns, groups, rowsPerSheet)), { trim: false });

/** The two of the letters below that XML cannot hold. */
const impossible = /\p{Cs}|(?![\n\t])\p{Cc}/gu;

test("every cell comes back as the text it was, whatever that is", async () => {
  const text = fc.string({
    unit: fc.constantFrom("0", "a", "é", "漢", "😀", "<", "&", '"', "\n", "\t", " ", "=", "]]>", "\u0000", "\ud800"),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ id: fc.constantFrom("007", "1e3"), title: text, note: text }), { maxLength: 5 }),
      async (rows) => {
        const [sheet, ...none] = await cells(rows.map((row) => [row]));
        expect(none).toEqual([]);
        const expected = rows.map((row) => [row.id, row.title, row.note].map((value) => value.replace(impossible, "")));
        const found = sheet?.data.slice(1).map((row) => columns.map((_, place) => row[place] ?? ""));
        expect(sheet?.data[0]).toEqual(columns);
        expect(found).toEqual(expected);
      },
    ),
    { numRuns: 60 },
  );
});

test("what does not fit on a sheet goes on on the next, and never within an offering", async () => {
  const group = (id: string, rows: number) => Array.from({ length: rows }, (_, row) => ({ id, title: String(row) }));
  const sheets = await cells([group("A", 3), group("B", 2), group("C", 7), group("D", 1)], 6);
  expect(
    sheets.map(({ sheet, data }) => [
      sheet,
      data
        .slice(1)
        .map(([id]) => id)
        .join(""),
    ]),
  ).toEqual([
    ["Catalogue", "AAABB"],
    ["Catalogue 2", "CCCCCCC"],
    ["Catalogue 3", "D"],
  ]);
  expect(await cells([])).toMatchObject([{ sheet: "Catalogue", data: [columns] }]);
});

test("the directory of the archive tells where each part is, how long, and its sum", async () => {
  const archive = await buffer(workbook(columns, [[{ id: "1", title: "ö".repeat(300_000) }], [{ id: "2" }]]));
  const end = archive.length - 22;
  const count = archive.readUInt16LE(end + 10);
  let at = archive.readUInt32LE(end + 16);
  for (let entry = 0; entry < count; entry++) {
    const [crc, packed, size, name] = [16, 20, 24].map((place) => archive.readUInt32LE(at + place)).concat(archive.readUInt16LE(at + 28));
    const start = archive.readUInt32LE(at + 42) + 30 + (name ?? 0);
    const text = inflateRawSync(archive.subarray(start, start + (packed ?? 0)));
    expect([text.length, crc32(text)]).toEqual([size, crc]);
    at += 46 + (name ?? 0);
  }
  expect([count, at]).toEqual([6, end]);
});

test("a hundred thousand rows go out piece by piece, in little memory", async () => {
  function* groups() {
    for (let row = 0; row < 100_000; row++) yield [{ id: String(row), title: `Title ${row} ${"x".repeat(200)}`, note: "n" }];
  }
  let [pieces, bytes, most] = [0, 0, 0];
  for await (const piece of workbook(columns, groups())) {
    pieces++;
    bytes += piece.length;
    most = Math.max(most, piece.length);
  }
  expect(pieces).toBeGreaterThan(100);
  expect(most).toBeLessThan(500_000);
  expect(bytes).toBeGreaterThan(500_000);
});
