import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { detectSeparator, parseCsv, separators } from "./csv";

const cell = fc.oneof(
  fc.constantFrom("", "Gouden handdruk", 'met "aanhaling"', "twee\nregels", "a;b", "a,b", "é|ö", "12,5"),
  fc.string({ unit: "grapheme-ascii", maxLength: 12 }).map((text) => text.replaceAll("\r", "")),
);

test("what was written is read, whatever stands in the cells", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...separators),
      fc
        .integer({ min: 2, max: 5 })
        .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 })),
      (separator, rows) => {
        expect(parseCsv(stringify(rows, { delimiter: separator, quoted: true }), separator)).toEqual(rows);
      },
    ),
  );
});

test("the separator is found, also among decimal commas and semicolons in texts", () => {
  expect(detectSeparator("id;ects;prijs\n1;3,5;240,00\n2;4,5;300,00\n")).toBe(";");
  expect(detectSeparator('id,title,text\n1,A,"x; y; z"\n2,B,"x; y"\n')).toBe(",");
  expect(detectSeparator("id\ttitle\n1\tA, B\n2\tC, D\n")).toBe("\t");
  expect(detectSeparator("id|title\n1|A\n2|B\n")).toBe("|");
  expect(detectSeparator("sep=;\nid,x;y\n")).toBe(";");
  expect(detectSeparator("Onze cursussen; voorjaar, najaar; 2027\n\nid,titel,ects\n1,A,3\n2,B,4\n3,C,5\n")).toBe(",");
});

test("a quotation mark that nobody closes takes only its own cell", () => {
  expect(parseCsv('1;"open;x\n2;b;y\n', ";")).toEqual([
    ["1", '"open', "x"],
    ["2", "b", "y"],
  ]);
  expect(parseCsv('1;"Gouden" handdruk;x\n2;b;y', ";")).toEqual([
    ["1", '"Gouden" handdruk', "x"],
    ["2", "b", "y"],
  ]);
});

test("row numbers stay those of the spreadsheet: empty lines count, line breaks in cells do not", () => {
  expect(parseCsv('a;b\r\n\r\n"x\r\ny";z\r\n', ";")).toEqual([["a", "b"], [""], ["x\r\ny", "z"]]);
});

test("any text is read, quickly", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('"', ";", "\n", "\r", "a", ","), maxLength: 200 }), (text) => {
      for (const separator of separators) parseCsv(text, separator);
      expect(separators).toContain(detectSeparator(text));
    }),
  );
});
