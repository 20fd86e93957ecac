import fc from "fast-check";
import { expect, test } from "vitest";
import { anyCoverage } from "@/lib/offerings/coverage";
import { decide } from "./decide";
import { fitsFile } from "./facts";
import { problemWithFile } from "./file";
import { context } from "./fixtures/context";
import { csv, good } from "./fixtures/rows";
import { groupRows } from "./group";
import { mappingInput, meaningsOf } from "./mapping";
import { columnField, readMappingForm, valueField } from "./mapping-form";
import { prepare } from "./prepare";
import { rowKey } from "./repair";
import { cellName, cellsOf } from "./repairs/cell-name";

const name = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.constantFrom("id", "ects", "title_nl", "Titel (NL)", "leerresultaten", "__proto__", "offerings.0.sessions.0.starts"),
);
const written = fc.oneof(fc.string({ maxLength: 30 }), fc.constantFrom("3", "", "\0", "\ud800", "2027-01-14", "<p>x", "(none)"));

test("whatever people write into cells, every row is accounted for", async () => {
  const base = csv([good, ["X", ...good.slice(1)], ["", ...good.slice(1)]]);
  const own = Buffer.from(JSON.stringify({ offerings: [{ id: "A", title: { nl: "A" }, sessions: [{ starts: "x" }] }, 7, null] }));
  await fc.assert(
    fc.asyncProperty(fc.boolean(), fc.array(fc.tuple(fc.nat(5), name, written), { maxLength: 8 }), async (isOwn, cells) => {
      const repairs: Record<string, Record<string, string>> = {};
      for (const [row, column, value] of cells)
        repairs[rowKey({ sheet: "", row })] = { ...repairs[rowKey({ sheet: "", row })], [column]: value };
      const prepared = await prepare(isOwn ? own : base, mappingInput.parse({}), context, repairs);
      if (!prepared.ok) throw new Error("not read");
      const { groups, read, totalRows } = prepared.value;
      const rows = groups.flatMap(
        (places) => decide(groupRows(places.map(read)), undefined, { statements: {}, today: context.today, coverage: anyCoverage }).rows,
      );
      expect(rows).toHaveLength(totalRows);
      expect(new Set(rows.map(({ row }) => row)).size).toBe(totalRows);
    }),
    { numRuns: 1000 },
  );
});

test("whatever a form says of a file is a mapping or a named problem", async () => {
  const prepared = await prepare(csv([good]), mappingInput.parse({}), context);
  if (!prepared.ok) throw new Error("not read");
  const { facts } = prepared.value;
  const entry = fc.oneof(
    fc.tuple(fc.constantFrom("encoding", "separator", "sheet", "headerRow", "language"), written),
    fc.tuple(name.map(columnField), fc.oneof(name, written)),
    fc.tuple(
      fc.tuple(name, written).map(([field, value]) => valueField(field, value)),
      written,
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(entry, { maxLength: 8 }), async (entries) => {
      const form = new FormData();
      for (const [key, value] of entries) form.append(key, value);
      const mapping = readMappingForm(form, mappingInput.parse({}), facts);
      if (!mapping.ok) {
        expect(mapping.problems[0]?.code).toMatch(/^[a-z][A-Za-z]+$/);
        return;
      }
      fitsFile(mapping.value, facts);
      const again = await prepare(csv([good]), mapping.value, { ...context, values: meaningsOf(mapping.value) });
      if (again.ok) for (let place = 0; place < again.value.totalRows; place++) again.value.read(place);
    }),
    { numRuns: 1500 },
  );
});

test("a cell's name is read back, and any other name is no cell", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme", minLength: 1 }), fc.nat(), (sheet, column, row) => {
      const place = { sheet, row, column };
      expect(cellsOf([[cellName(place), "x"]])).toEqual([{ ...place, value: "x" }]);
    }),
  );
  fc.assert(fc.property(fc.string(), (name) => void expect(cellsOf([[name.replace(/^cell/, ""), "x"]])).toEqual([])));
  expect(cellsOf([["cell/1/%E0%A4%A/x", "x"]])).toEqual([]);
});

test("thousands of files that are none get a named problem, never an exception", async () => {
  const start = fc.constantFrom("%PDF", "\x89PNG", "\xd0\xcf\x11\xe0", "PK\x03\x04", "{", "[", "{\\rtf", "id;titel\n", "\xff\xfe", "");
  await fc.assert(
    fc.asyncProperty(start, fc.uint8Array({ maxLength: 200 }), async (begin, rest) => {
      const bytes = Buffer.concat([Buffer.from(begin, "latin1"), rest]);
      const wrong = problemWithFile(bytes);
      const prepared = await prepare(bytes, mappingInput.parse({}), context);
      if (wrong) expect(prepared).toEqual({ ok: false, problems: [wrong] });
      if (!prepared.ok) expect(prepared.problems[0]?.code).toMatch(/^(file|json|sheet)[A-Za-z]+$/);
    }),
    { numRuns: 2500 },
  );
}, 60_000);
