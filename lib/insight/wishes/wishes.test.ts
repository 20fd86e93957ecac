import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseSearchQuery } from "@/lib/catalogue/query";
import personal from "./personal.json";
import { splitPlace } from "./places";
import { themeOf } from "./themes";
import { wishOf } from "./wish";
import { foldWords } from "./words";

describe("what has the look of a person", () => {
  it.each([
    "jan peeters",
    "Beatrix Zomerhof",
    "Zoltan van der Wickenburg",
    "mevrouw de directeur",
    "dr zomerhof",
    "kerkstraat gent",
    "rue haute",
    "Verslag Fatima",
  ])("is not kept: %j", (q) => expect(foldWords(q)).toBeUndefined());

  it.each(["Soil Care", "Pflege im Alter", "Zorg voor Ouderen", "beekeeping", "Digitale Vaardigheden", "strassenbau"])(
    "is not seen in a subject: %j",
    (q) => expect(foldWords(q)).toBeDefined(),
  );

  it("is never kept, whatever stands around a name, a number or an address", () => {
    const person = fc.oneof(
      fc.constantFrom(...personal.names),
      fc.constantFrom(...personal.names).map((name) => name.toUpperCase()),
      fc.emailAddress(),
      fc.nat(99_999_999).map((number) => `0${number}`),
      fc.constantFrom("Stationsstraat", "Meirlaan", "Hauptstrasse", "Hauptstraße"),
    );
    const around = fc.constantFrom("", "zorg", "cours", "diploma", "pflege", "gent", "-", "?");
    fc.assert(
      fc.property(around, person, around, (before, it, after) => {
        expect(foldWords(`${before} ${it} ${after}`)).toBeUndefined();
      }),
      { numRuns: 2000 },
    );
  });
});

describe("what words are about", () => {
  it.each([
    ["ouderenzorg", "09"],
    ["aide soignante", "09"],
    ["altenpflege", "09"],
    ["dementia care", "09"],
    ["zonnepanelen plaatsen", "07"],
    ["pompe a chaleur", "07"],
    ["dachdecker", "07"],
    ["landbouw", "08"],
    ["soil care", "08"],
    ["klimaatadaptatie", "05"],
    ["nachhaltigkeit", "05"],
    ["boekhouden", "04"],
    ["cybersecurite", "06"],
    ["hospitality", "10"],
    ["sprachkurs", "02"],
    ["nursing and midwifery", "09"],
    ["gesundheit und soziale dienste", "09"],
    ["qwertz", ""],
  ])("%s: %s", (words, theme) => expect(themeOf(words)).toBe(theme));

  it.each([
    ["zorg in gent", { words: "zorg", region: "BE23" }],
    ["soins liege", { words: "soins", region: "BE33" }],
    ["pflege eupen", { words: "pflege", region: "BE336" }],
    ["west vlaanderen horeca", { words: "horeca", region: "BE25" }],
    ["gent", { words: "gent", region: "BE23" }],
    ["gentiaan", { words: "gentiaan", region: "" }],
  ])("places are told apart: %s", (words, placed) => expect(splitPlace(words)).toEqual(placed));
});

describe("a search as it is counted", () => {
  const wish = (params: Record<string, string | string[]>) => wishOf(parseSearchQuery(params), "nl");

  it("takes along what is wished for, and the field where the words say nothing", () => {
    expect(wish({ q: "Zorg in Gent", eqf: ["5", "4"], field: "0913", lang: "fr" })).toEqual({
      words: "zorg",
      theme: "09",
      region: "BE23",
      language: "nl",
      taught: "fr",
      level: "4+5",
      field: "09",
    });
    expect(wish({ q: "qwertz", field: "0611" })).toMatchObject({ theme: "06" });
    expect(wish({ q: "qwertz", field: ["0611", "0913"] })).toMatchObject({ theme: "", field: "06+09" });
  });

  it("is none where a filter says how one takes part, on further pages and without words", () => {
    for (const params of [{ q: "zorg", mode: "online" }, { q: "zorg", free: "1" }, { q: "zorg", page: "2" }, { eqf: "5" }])
      expect(wish(params)).toBeUndefined();
  });

  it("holds nothing but words of letters and codes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (q) => {
        for (const value of Object.values(wish({ q }) ?? {})) expect(value).toMatch(/^[\p{L} ]*$|^BE\w+$|^[0-9+]+$/u);
      }),
      { numRuns: 1000 },
    );
  });
});
