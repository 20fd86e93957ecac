import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseSearchQuery, searchParams } from "@/lib/catalogue/query";
import phrases from "./phrases.json";
import type { Known } from "./readers";
import { foldWord } from "./tokens";
import { understand } from "./understand";

const towns = ["Gent", "Namur", "Liège", "Mol", "Lüttich", "Antwerpen"];
const known: Known = {
  day: "2026-11-23",
  places: new Map(towns.map((name) => [foldWord(name), name])),
  bare: new Set([...towns.map(foldWord), "west vlaanderen"]),
  regions: new Map([["west vlaanderen", "BE25"]]),
};

/** The words left, and the filters as an address. */
function read(question: string) {
  const { rest, filters } = understand(question, known);
  return [rest, searchParams(parseSearchQuery(filters)).toString()];
}

describe("a question's words", () => {
  it.each([
    ["avondcursus lassen gratis Gent", "lassen", "schedule=evening&near=Gent&free=1"],
    ["niveau 6 en ligne 5 ects", "", "eqf=6&ectsMin=5&ectsMax=5&mode=online"],
    ["kostenlos", "", "free=1"],
    ["near Namur", "", "near=Namur"],
    ["welding starts in March", "welding", "startFrom=2027-03-01&startTo=2027-03-31"],
    ["Schweißen abends bei Lüttich unter 400 Euro", "Schweißen", "schedule=evening&near=L%C3%BCttich&priceMax=400"],
    ["cours du soir de comptabilité à Liège en français", "comptabilité", "lang=fr&schedule=evening&near=Li%C3%A8ge"],
    ["boekhouden vanaf september 2027", "boekhouden", "startFrom=2027-09-01"],
    ["data max 3 ECTS-punten", "data", "ectsMax=3"],
    ["zorg 3-6 studiepunten West-Vlaanderen", "zorg", "ectsMin=3&ectsMax=6&region=BE25"],
    ["EQF5 first aid, at most 60 hours", "first aid", "eqf=5&hoursMax=60"],
    ["€ 250 nursing", "nursing", "priceMax=250"],
    ["C++ en ligne", "C++", "mode=online"],
    ["deeltijds of in het weekend", "", "schedule=part-time-intensive&schedule=part-time-light&schedule=weekend"],
  ])("%s", (question, rest, filters) => {
    expect(read(question)).toEqual([rest, filters]);
  });

  it.each([
    "online marketing",
    "gluten free cooking",
    "vente en ligne",
    "Engels",
    "English for nurses",
    "mol",
    "Universiteit Gent",
    "may",
    "six hours a week 6 hours a week",
    "Windows 11",
    "level playing field",
    "Excel niveau avancé",
  ])("stay words: %s", (question) => {
    expect(understand(question, known)).toEqual({ rest: question, filters: {}, words: [] });
  });

  it("are understood wherever they stand, and the rest is left as it was written", () => {
    const phrase = fc.constantFrom("gratis", "en ligne", "EQF 5", "3 ects", "bei Gent", "under 300 euro", "auf Deutsch", "next month");
    const word = fc.constantFrom("lassen", "Zorg", "comptabilité", "Schweißen", "C#", "soins");
    fc.assert(
      fc.property(word, word, fc.uniqueArray(phrase, { minLength: 1, maxLength: 4 }), fc.nat(2), (first, second, said, at) => {
        const question: string[] = [first, second];
        question.splice(at, 0, ...said);
        const { rest, words } = understand(question.join(" "), known);
        expect(rest).toBe(`${first} ${second}`);
        expect(words).toHaveLength(said.length);
      }),
    );
  });

  it("that are left are understood no further, whatever was written", () => {
    const all = Object.values(phrases.filters).flat();
    const piece = fc.oneof(
      fc.constantFrom(...all, ...towns, "5", "ects", "niveau", "in", "near", "€", "en", "mars", "max"),
      fc.string({ unit: "grapheme", maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
        const { rest } = understand(pieces.join(" "), known);
        expect(understand(rest, known).words).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
