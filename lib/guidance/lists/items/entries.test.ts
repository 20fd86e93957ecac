import fc from "fast-check";
import { expect, test } from "vitest";
import { moved, readEntries } from "./entries";

function aForm(fields: [string, string][]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

const slugs = fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/), { minLength: 1, maxLength: 8 });
const slugOf = ({ slug }: { slug: string }) => slug;

test("notes and sessions are read in the order of the form, and what is not said stays unsaid", () => {
  const form = aForm([
    ["note.soil", "  first\r\nsecond "],
    ["session.soil", ""],
    ["session.trees", "one"],
    ["note.Not a slug", "x"],
    ["label", "K-1"],
  ]);
  expect(readEntries(form)).toEqual({
    entries: [
      { slug: "soil", note: "first\nsecond", sessionId: null },
      { slug: "trees", sessionId: "one" },
    ],
    out: null,
    seen: null,
  });
});

test("a note that is too long is named by its field", () => {
  expect(readEntries(aForm([["note.soil", "x".repeat(1001)]]))).toEqual({ tooLong: "note.soil" });
  expect(readEntries(aForm([["note.soil", "x".repeat(1000)]]))).not.toHaveProperty("tooLong");
});

test("a button takes out or takes as seen, and nothing else does", () => {
  expect(readEntries(aForm([["act", "out.soil"]]))).toMatchObject({ out: "soil", seen: null });
  expect(readEntries(aForm([["act", "seen.soil"]]))).toMatchObject({ out: null, seen: "soil" });
  for (const act of ["", "soil", "burn.soil", "out.", "out.../x"])
    expect(readEntries(aForm([["act", act]]))).toMatchObject({ out: null, seen: null });
});

test("going up or down changes places with the neighbour alone, and back again", () => {
  fc.assert(
    fc.property(slugs, fc.nat(), (names, at) => {
      const entries = names.map((slug) => ({ slug }));
      const slug = names[at % names.length] ?? "";
      const [up, down] = [moved(entries, { what: "up", slug }), moved(entries, { what: "down", slug })];
      expect(up.map(slugOf).sort()).toEqual([...names].sort());
      const place = names.indexOf(slug);
      expect(up.map(slugOf).indexOf(slug)).toBe(Math.max(0, place - 1));
      expect(down.map(slugOf).indexOf(slug)).toBe(Math.min(names.length - 1, place + 1));
      if (place > 0) expect(moved(up, { what: "down", slug })).toEqual(entries);
      expect(moved(entries, { what: "out", slug })).toEqual(entries);
      expect(moved(entries, { what: "up", slug: "none-of-them" })).toEqual(entries);
    }),
  );
});
