import { expect, test } from "vitest";
import { aContent } from "@/lib/testing/records";
import { factsOfVersion, nextStep, outcomesInCommon, problemsWithPublishing, slugFor } from "./publication";

function outcomes(...texts: string[]) {
  return texts.map((en) => ({ type: "skill", text: { en }, skills: [] }));
}

const live = aContent({
  outcomes: outcomes(
    "Reads a soil sample and names its main components",
    "Plans a crop rotation for four years",
    "Advises a gardener on compost and mulch",
  ),
});

test("nothing changed is nothing to do, in whatever order it was written down", () => {
  expect(nextStep(live, { ...live })).toBe("unchanged");
  expect(nextStep(live, { ...live, title: { ...live.title } })).toBe("unchanged");
  expect(nextStep(live, { ...live, awardingBodies: [{ slug: "garden-college", name: "Renamed College" }] })).toBe("unchanged");
});

test.each([
  ["a typo", { title: { en: "Soil care for gardners" } }],
  ["another language", { title: { en: "Soil care for gardeners", nl: "Bodemzorg" } }],
  [
    "one outcome reworded",
    { outcomes: outcomes("Analyses a soil sample", "Plans a crop rotation for four years", "Advises a gardener on compost and mulch") },
  ],
  ["an outcome added", { outcomes: [...live.outcomes, ...outcomes("Keeps a log of the garden")] }],
  ["another level", { eqf: 6 }],
  ["hours stated beside ECTS", { hours: 80 }],
  ["outcomes translated", { outcomes: live.outcomes.map((outcome) => ({ ...outcome, text: { ...outcome.text, nl: "Vertaald" } })) }],
])("%s makes a new version", (_, change) => {
  expect(nextStep(live, { ...live, ...change })).toBe("new-version");
});

test.each([
  ["other ECTS", { ects: 4 }],
  ["other outcomes", { outcomes: outcomes("Welds aluminium in all positions", "Reads technical drawings") }],
])("%s make a new offering", (_, change) => {
  expect(nextStep(live, { ...live, ...change })).toBe("new-offering");
});

test("a change of the original language gives up nothing", () => {
  const dutch = { ...live, originalLanguage: "nl", outcomes: [{ type: "skill", text: { nl: "Leest een bodemstaal" }, skills: [] }] };
  expect(outcomesInCommon(live, dutch)).toBe(1);
  expect(nextStep(live, dutch)).toBe("new-version");
});

test("what is missing is named with its column", () => {
  expect(problemsWithPublishing(live)).toEqual([]);
  expect(problemsWithPublishing({ ...live, ects: null, assessment: [] })).toEqual([
    { code: "workloadMissing", field: "ects" },
    { code: "assessmentMissing", field: "assessment" },
  ]);
});

test("a version's facts carry all broader fields and all words but no provider", () => {
  const facts = factsOfVersion(aContent({ fields: ["0812"], keywords: { nl: ["tuin"] } }));
  expect(facts.fields).toEqual(["08", "081", "0812"]);
  expect(facts.searchText).toBe("Soil care for gardeners\nReads a soil sample\ntuin");
});

test("an address is made of a title's words", () => {
  expect(slugFor("Évaluation & Größe: l’œuvre")).toBe("evaluation-grosse-l-oeuvre");
  expect(slugFor("日本語")).toBe("offering");
  expect(slugFor("word ".repeat(40)).length).toBeLessThanOrEqual(70);
});
