import { expect, test } from "vitest";
import { kindOf, languageOf, readEscoRow } from "./read-row";

const uri = "http://data.europa.eu/esco/skill/0005c151-5b5a-4a66-8aac-60e734beb1ab";

test("files are known by their headers, with or without the labels that 1.2 adds", () => {
  expect(kindOf("conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels".split(","))).toBe("skills");
  expect(kindOf("conceptType,conceptUri,preferredLabel,altLabels,code".split(","))).toBe("groups");
  expect(kindOf("conceptType,conceptUri,iscoGroup,preferredLabel,code".split(","))).toBe("occupations");
  expect(kindOf("conceptType,conceptUri,conceptLabel,broaderType,broaderUri,broaderLabel".split(","))).toBe("broader");
  expect(kindOf("occupationUri,occupationLabel,relationType,skillType,skillUri,skillLabel".split(","))).toBe("needs");
  expect(kindOf("conceptType,conceptUri,preferredLabel,skillType,broaderConceptUri".split(","))).toBeUndefined();
  expect(kindOf(["Level 0 URI"])).toBeUndefined();
});

test("the language is in the name of the file", () => {
  expect(languageOf("skills_nl.csv")).toBe("nl");
  expect(languageOf("skills_nl.csv.gz")).toBe("nl");
  expect(languageOf("skills.csv")).toBeUndefined();
});

test("a skill keeps its names in order, each once", () => {
  const row = {
    conceptUri: uri,
    preferredLabel: " manage  staff ",
    skillType: "skill/competence",
    altLabels: "lead staff\nmanage staff\nlead staff",
  };
  expect(readEscoRow("skills", row, "en")).toMatchObject({
    concept: { uri, kind: "skill", labels: { en: "manage staff" }, alternatives: { en: ["lead staff"] } },
  });
});

test("what is not understood names its column", () => {
  expect(readEscoRow("skills", { conceptUri: "skill/1", preferredLabel: "x" }, "en")).toMatchObject({ problem: { column: "conceptUri" } });
  expect(readEscoRow("skills", { conceptUri: uri, preferredLabel: "" }, "en")).toMatchObject({ problem: { column: "preferredLabel" } });
  const need = { occupationUri: uri, skillUri: uri, relationType: "nice" };
  expect(readEscoRow("needs", need, "")).toMatchObject({ problem: { column: "relationType", value: "nice" } });
  expect(readEscoRow("groups", { conceptType: "ISCOGroup", conceptUri: uri, preferredLabel: "x" }, "en")).toBe("other");
});
