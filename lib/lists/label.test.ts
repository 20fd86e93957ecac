import fc from "fast-check";
import { expect, test } from "vitest";
import { doubtsAboutLabel } from "./label";

test.each([
  ["anna@reader.example", ["email"]],
  ["85.07.30-033 28", ["number"]],
  ["0470 12 34 56", ["number"]],
  ["Anna Peeters", ["name"]],
  ["Zoë van der Berg", ["name"]],
  ["Élodie D’Hondt, Tuesday", ["name"]],
  ["Jean-Luc O'Neill 0470123456", ["number", "name"]],
])("%s may say who somebody is", (label, doubts) => {
  expect(doubtsAboutLabel(label)).toEqual(doubts);
});

test.each(["", "K-2026-114", "Dossier 4711", "Tuesday, ten o’clock", "Kunde 12 B1", "atelier bois 2", "EQF 4 Pflege", "Gr. 3"])(
  "%s says nobody's name",
  (label) => {
    expect(doubtsAboutLabel(label)).toEqual([]);
  },
);

test("any label is judged, and quickly", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 120 }), (label) => {
      expect(new Set(doubtsAboutLabel(label)).size).toBeLessThanOrEqual(3);
    }),
  );
  expect(doubtsAboutLabel("A".repeat(5000))).toEqual([]);
  expect(doubtsAboutLabel("a ".repeat(5000))).toEqual([]);
});
