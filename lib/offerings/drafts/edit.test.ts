import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isSameContent } from "@/lib/offerings/publication";
import { aContent } from "@/lib/testing/records";
import { nextContent, proposedId } from "./edit";
import { readBase, readPart } from "./input";
import { editorPartNames } from "./parts";
import { confirmed, staleTranslations } from "./translations";

const day = "2026-11-25";
const context = { day, bodies: (name: string) => ({ slug: null, name }), labels: new Set(["label-care"]) };
const outcomes = (...texts: Record<string, string>[]) => texts.map((text) => ({ type: "skill", text, skills: [] }));

describe("translations", () => {
  const before = aContent({
    title: { en: "Soil", nl: "Bodem" },
    outcomes: outcomes({ en: "Digs", nl: "Graaft" }, { en: "Sows", nl: "Zaait" }),
  });
  const edited = (values: object) => nextContent(before, 1, { part: "learn", values, revision: 1 }, {}).content;

  test("a translation is behind from when its original changes until it is changed too or found still right", () => {
    expect(staleTranslations(before, "nl")).toEqual([]);
    const reworded = edited({ title: { en: "Living soil" } });
    expect(staleTranslations(reworded, "nl")).toEqual(["title"]);
    expect(staleTranslations(edited({ title: { en: "Living soil", nl: "Levende bodem" } }), "nl")).toEqual([]);
    expect(staleTranslations(confirmed(reworded, "nl", "title"), "nl")).toEqual([]);
    const later = nextContent(reworded, 2, { part: "learn", values: { title: { nl: "Levende bodem" } }, revision: 2 }, {}).content;
    expect(staleTranslations(later, "nl")).toEqual([]);
    const back = nextContent(reworded, 2, { part: "learn", values: { title: { en: "Soil" } }, revision: 2 }, {}).content;
    expect(staleTranslations(back, "nl"), "the original says again what was translated").toEqual([]);
  });

  test("an outcome that moves takes with it what it was translated from", () => {
    const removed = edited({ outcomes: outcomes({ en: "Sows seeds", nl: "Zaait" }) });
    expect(staleTranslations(removed, "nl")).toEqual(["outcomes.0"]);
    expect(staleTranslations(edited({ outcomes: outcomes({ en: "Sows", nl: "Zaait" }) }), "nl")).toEqual([]);
  });

  test("what readers see is the same whatever it was translated from", () => {
    expect(isSameContent(before, { ...before, translatedFrom: { nl: { title: "x" } } })).toBe(true);
  });
});

describe("what the provider states for its whole catalogue", () => {
  const statements = { quality: ["esg"], languages: ["nl"] };
  const stated = aContent({ quality: ["esg"], statedForCatalogue: ["quality"] });
  const next = (values: object, more = {}) => nextContent(stated, 1, { part: "quality", values, revision: 1, ...more }, statements).content;

  test("an offering says otherwise by changing it, and the same again on request", () => {
    expect(next({ quality: ["eqavet"] }).statedForCatalogue).toEqual([]);
    expect(next({ quality: ["esg"] }).statedForCatalogue).toEqual(["quality"]);
    const own = next({ quality: ["eqavet"] });
    const again = nextContent(
      own,
      2,
      { part: "quality", values: { quality: ["eqavet"] }, revision: 2, restated: ["quality"] },
      statements,
    ).content;
    expect(again).toMatchObject({ quality: ["esg"], statedForCatalogue: ["quality"] });
  });
});

describe("reading a form", () => {
  test("credits outside the bounds of the day, words for numbers and foreign codes are named at their field", () => {
    expect(readPart("workload", { ects: ["500"], hours: ["many"], modes: ["by pigeon"] }, context)).toEqual({
      ok: false,
      problems: [
        { code: "ectsOutOfBounds", field: "ects", value: "500" },
        { code: "numberNotUnderstood", field: "hours", value: "many" },
        { code: "valueNotAccepted", field: "modes" },
      ],
    });
    expect(readPart("workload", { ects: ["2,5"], modes: ["online"] }, context)).toEqual({
      ok: true,
      value: { ects: 2.5, hours: null, modes: ["online"] },
    });
  });

  test("an address that could run as a script is none", () => {
    expect(readPart("contact", { url: ["javascript:alert(1)"] }, context)).toMatchObject({
      problems: [{ code: "urlNotUnderstood", field: "url" }],
    });
  });

  test("outcomes keep the languages that the page does not show, lose what is ticked, and skip empty rows", () => {
    const sent = {
      "outcomes.0.type": ["skill"],
      "outcomes.0.text.en": ["Digs"],
      "outcomes.0.other": ['{"fr":"Creuse"}'],
      "outcomes.1.type": ["skill"],
      "outcomes.1.text.en": ["Sows"],
      "outcomes.1.remove": ["yes"],
      "outcomes.2.type": ["skill"],
      "outcomes.2.text.en": [" "],
      "outcomes.3.type": ["knowledge"],
      "outcomes.3.text.en": ["Knows soils"],
      "outcomes.3.skills": ["http://data.europa.eu/esco/skill/1"],
    };
    const read = readPart("learn", sent, context);
    expect(read.ok && read.value.outcomes).toEqual([
      { type: "skill", text: { fr: "Creuse", en: "Digs" }, skills: [] },
      { type: "knowledge", text: { en: "Knows soils" }, skills: ["http://data.europa.eu/esco/skill/1"] },
    ]);
  });

  test("whatever is sent is read or named, and never breaks", () => {
    const name = fc.oneof(
      fc.constantFrom(
        "title.en",
        "outcomes.0.text.en",
        "outcomes.0.other",
        "outcomes.0.type",
        "ects",
        "hours",
        "eqf",
        "url",
        "stacksInto",
        "modes",
        "keywords.nl",
      ),
      fc.string({ unit: "binary" }),
    );
    const sent = fc.dictionary(name, fc.array(fc.string({ unit: "binary" }), { maxLength: 3 }));
    fc.assert(
      fc.property(fc.constantFrom(...editorPartNames), sent, fc.string(), (part, form, base) => {
        const read = readPart(part, form, context);
        readBase(base);
        if (!read.ok) expect(read.problems.every(({ code, field }) => code && field)).toBe(true);
        else expect(() => nextContent(aContent(), 1, { part, values: read.value, revision: 0, base: readBase(base) }, {})).not.toThrow();
      }),
      { numRuns: 200 },
    );
  });
});

test("the next id follows the provider's own numbering", () => {
  expect(proposedId([])).toBe("MC-001");
  expect(proposedId(["LW-099", "LW-007", "other-1", "x"])).toBe("LW-100");
  expect(proposedId(["2026/7"])).toBe("2026/8");
});
