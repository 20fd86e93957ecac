import fc from "fast-check";
import { expect, test } from "vitest";
import { CsvRows } from "./csv-rows";

const quoted = (cell: string) => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const cell = fc.string({ unit: fc.constantFrom("a", "é", '"', ",", "\n", " ", "|"), maxLength: 8 });
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 8 });

test("what is written as RFC 4180 is read as it was, in pieces of any size", () => {
  fc.assert(
    fc.property(table, fc.constantFrom("\n", "\r\n"), fc.integer({ min: 1, max: 7 }), (rows, end, size) => {
      const text = rows.map((cells) => cells.map(quoted).join(",") + end).join("");
      const parser = new CsvRows();
      const pieces = text.match(new RegExp(`[^]{1,${size}}`, "g")) ?? [];
      const read = [...pieces.flatMap((piece) => parser.take(piece)), ...parser.end()];
      expect(read.map(({ cells }) => cells)).toEqual(rows.filter((cells) => cells.some((one) => one !== "")));
      let line = 1;
      const begins = rows.map((cells) => {
        const begun = line;
        line += cells.map(quoted).join(",").split("\n").length;
        return { begun, filled: cells.some((one) => one !== "") };
      });
      expect(read.map((row) => row.line)).toEqual(begins.flatMap(({ begun, filled }) => (filled ? [begun] : [])));
    }),
  );
});

test("a last row without an end of line is a row", () => {
  const parser = new CsvRows();
  expect([...parser.take('a,"b\nc"'), ...parser.end()]).toEqual([{ line: 1, cells: ["a", "b\nc"] }]);
});
