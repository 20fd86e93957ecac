import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { vocabulary } from "@/lib/vocabularies/vocabulary";
import { codeFor, eqfLevel, languageCode, readList, yesOrNo } from "./codes";
import { fields } from "./fields";
import names from "./header-names.json";
import { fieldForHeader } from "./headers";
import synonyms from "./synonyms.json";

test.each([
  ["modes", "Präsenz", "onsite"],
  ["modes", "à distance", "online"],
  ["modes", "afstandsonderwijs", "online"],
  ["modes", "Combined Learning", "blended"],
  ["assessments", "examen oral", "oral-exam"],
  ["assessments", "Schriftelijk examen", "written-exam"],
  ["fields", "0913", "0913"],
  ["fields", "913", "0913"],
  ["fields", "0913 Verpleegkunde", "0913"],
  ["fields", "http://data.europa.eu/snb/isced-f/0913", "0913"],
  ["supervisions", "supervised-online-id", "supervised-online-id"],
  ["schedules", "cours du soir", "evening"],
  ["qualityStandards", "EQAVET", "eqavet"],
] as const)("%s: %s is %s", (vocabularyName, written, code) => {
  expect(codeFor(vocabularyName, written)).toBe(code);
});

test("every code and label of every vocabulary is understood, and every synonym is one of its codes", () => {
  for (const [name, known] of Object.entries(synonyms)) {
    const vocabularyName = name as keyof typeof synonyms;
    const codes = vocabulary(vocabularyName).map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(Object.keys(known)));
    for (const { code, labels } of vocabulary(vocabularyName)) {
      expect(codeFor(vocabularyName, code)).toBe(code);
      for (const label of Object.values(labels)) expect(codes).toContain(codeFor(vocabularyName, label.toUpperCase()));
    }
  }
});

test.each([
  ["EQF 5", 5],
  ["niveau 6", 6],
  ["VKS 5", 5],
  ["5", 5],
  ["5.0", 5],
  ["4 (Bac…)", 4],
  ["3 (CAP...)", 3],
  ["EQF-niveau 7", 7],
  ["Niveau CEC 4", 4],
  ["EQR-Stufe 6", 6],
])("%s is level %d", (written, level) => {
  expect(eqfLevel(written)).toBe(level);
});

test.each(["9", "master", "", "5-6", "12", "56", "0"])("%s is no level", (written) => {
  expect(eqfLevel(written)).toBeUndefined();
});

test.each([
  ["Nederlands", "nl"],
  ["français", "fr"],
  ["Niederländisch", "nl"],
  ["EN", "en"],
  ["nl-BE", "nl"],
  ["deu", "de"],
  ["Engels", "en"],
  ["Polnisch", "pl"],
])("%s is %s", (written, code) => {
  expect(languageCode(written)).toBe(code);
});

test("several values stand in one cell in several ways", () => {
  expect(readList("nl; fr", languageCode)).toEqual({ found: ["nl", "fr"], unknown: [] });
  expect(readList("Nederlands, Frans en Duits", languageCode)).toEqual({ found: ["nl", "fr", "de"], unknown: [] });
  expect(readList("nl|klingon", languageCode)).toEqual({ found: ["nl"], unknown: ["klingon"] });
});

test("yes and no in four languages", () => {
  expect(["ja", "Oui", "YES", "x", "1"].map(yesOrNo)).toEqual([true, true, true, true, true]);
  expect(["nee", "Non", "nein", "0", "false"].map(yesOrNo)).toEqual([false, false, false, false, false]);
  expect(yesOrNo("misschien")).toBeUndefined();
});

test.each([
  ["Titel (NL)", "title", "nl"],
  ["title_nl", "title", "nl"],
  ["titre fr", "title", "fr"],
  ["Titre en français", "title", "fr"],
  ["Nom de la formation *", "title", null],
  ["i18n.nl.title", "title", "nl"],
  ["Code postal du lieu *", "postal_code", null],
  ["Capacité d'accueil de la formation", "seats", null],
  ["Numéro UAI (pour localiser cette formation)", undefined, undefined],
  ["EQF-niveau", "eqf", null],
  ["Studiepunten*", "ects", null],
  ["Lernergebnisse [DE]", "outcomes", "de"],
  ["ACQUIS\u00a0D’APPRENTISSAGE", "outcomes", null],
])("the header %s is %s in %s", (header, field, language) => {
  expect(fieldForHeader(header)).toEqual(field ? { field, language } : undefined);
});

test("every column of the template has names, and no name belongs to two", () => {
  expect(Object.keys(names).sort()).toEqual(Object.keys(fields).sort());
  const all = Object.values(names).flat();
  expect(all.filter((name, index) => all.indexOf(name) !== index)).toEqual([]);
});

test("the documentation for providers names every column and every code", () => {
  const documentation = readFileSync(path.resolve("docs/import.md"), "utf8");
  for (const [name, spec] of Object.entries(fields)) {
    expect(documentation).toContain(`\`${name}\``);
    if ("vocabulary" in spec && spec.vocabulary !== "fields")
      for (const { code } of vocabulary(spec.vocabulary)) expect(documentation).toContain(code);
  }
});

test("every problem says what is wrong in its first sentence and what to do in the next, in four languages", () => {
  for (const locale of ["en", "nl", "fr", "de"]) {
    const problems: Record<string, string> = JSON.parse(readFileSync(path.resolve("lib/i18n/messages", locale, "problems.json"), "utf8"));
    for (const message of Object.values(problems)) expect(message).toMatch(/^[^.]+\. .+\.$/s);
  }
});
