import fc from "fast-check";
import { expect, test } from "vitest";
import { differences } from "./difference";

test("a change is told part by part, in the reader's language", () => {
  const before = { role: "editor", title: { en: "Soil", nl: "Bodem" }, ects: 3, same: [1, 2] };
  const after = { role: "manager", title: { en: "Earth", nl: "Aarde" }, ects: null, same: [1, 2], fields: ["08", "09"] };
  expect(differences(before, after, "nl")).toEqual([
    { field: "role", was: "editor", now: "manager" },
    { field: "title", was: "Bodem", now: "Aarde" },
    { field: "ects", was: "3", now: null },
    { field: "fields", was: null, now: "08; 09" },
  ]);
});

test("what was only told, what is one value, and records within records", () => {
  expect(differences(null, { file: { name: "a.pdf", size: 3 } }, "en")).toEqual([
    { field: "file", was: null, now: "name: a.pdf, size: 3" },
  ]);
  expect(differences("one", "two", "en")).toEqual([{ field: "", was: "one", now: "two" }]);
  expect(differences(null, undefined, "en")).toEqual([]);
});

test("nothing differs from itself, and what is told differs in truth", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
      expect(differences(one, one, "en")).toEqual([]);
      for (const { was, now } of differences(one, other, "en")) expect(was).not.toBe(now);
      const turned = differences(other, one, "en").map(({ field, was, now }) => ({ field, was: now, now: was }));
      expect(new Set(turned.map((part) => JSON.stringify(part)))).toEqual(
        new Set(differences(one, other, "en").map((part) => JSON.stringify(part))),
      );
    }),
  );
});
