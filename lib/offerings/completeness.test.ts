import { describe, expect, it } from "vitest";
import { aContent } from "@/lib/testing/records";
import { completenessOf, type Element } from "./completeness";
import type { OfferingContent } from "./content";

const optional: Partial<OfferingContent> = {
  prerequisites: { en: "None" },
  supervision: "supervised",
  grading: { en: "Pass or fail" },
  stacking: "stackable",
  furtherInformation: { en: "Bring boots" },
};

const withoutOne: [Element, Partial<OfferingContent>][] = [
  ["title", { title: {} }],
  ["awardingBodies", { awardingBodies: [] }],
  ["outcomes", { outcomes: [] }],
  ["workload", { ects: null, hours: null }],
  ["eqf", { eqf: null }],
  ["assessment", { assessment: [] }],
  ["modes", { modes: [] }],
  ["quality", { quality: [] }],
  ["languages", { languages: [] }],
  ["fields", { fields: [] }],
];

function missing(change: Partial<OfferingContent>) {
  return completenessOf(aContent(change)).missing;
}

describe("completeness", () => {
  it("asks every published version for these ten elements, and names each that is missing", () => {
    for (const [element, change] of withoutOne) expect(missing(change)).toEqual([element]);
    expect(missing(Object.assign({}, ...withoutOne.map(([, change]) => change)))).toEqual(withoutOne.map(([element]) => element));
    expect(missing({})).toEqual([]);
  });

  it("is 100 with everything, and less by the same share for each element that is absent", () => {
    expect(completenessOf(aContent(optional)).score).toBe(100);
    expect(completenessOf(aContent()).score).toBe(Math.round((100 * 11) / 16));
    for (const [, change] of withoutOne)
      expect(completenessOf(aContent({ ...optional, ...change })).score).toBe(Math.round((100 * 15) / 16));
  });

  it("does not block on what is optional", () => {
    const optionalOnes = completenessOf(aContent()).elements.filter(({ mandatory }) => !mandatory);
    expect(optionalOnes.map(({ element }) => element)).toEqual([
      "prerequisites",
      "supervision",
      "grading",
      "stacking",
      "furtherInformation",
    ]);
    expect(optionalOnes.every(({ state }) => state === "absent")).toBe(true);
  });

  it("takes hours where ECTS are not used, and never neither", () => {
    expect(missing({ ects: null, hours: 40 })).toEqual([]);
    expect(missing({ ects: null })).toEqual(["workload"]);
  });

  it("counts a text of blanks as absent", () => {
    expect(missing({ title: { en: "  ", nl: "" } })).toEqual(["title"]);
    expect(missing({ outcomes: [{ type: "skill", text: { en: " " }, skills: [] }] })).toEqual(["outcomes"]);
  });

  it("says in which languages a text is there, and outcomes only where all of them are", () => {
    const outcomes = [
      { type: "skill", text: { en: "Reads", nl: "Leest" }, skills: [] },
      { type: "skill", text: { nl: "Schrijft", en: " " }, skills: [] },
    ];
    const { elements } = completenessOf(aContent({ title: { en: "Soil", fr: "Le sol", de: " " }, outcomes }));
    const languages = (wanted: Element) => elements.find(({ element }) => element === wanted)?.languages;
    expect(languages("title")).toEqual(["en", "fr"]);
    expect(languages("outcomes")).toEqual(["nl"]);
  });
});
