import { expect, test } from "vitest";
import { aContent } from "@/lib/testing/records";
import { bandsOf, copiedPercent, shinglesOf } from "./copies";
import { type FlagFacts, flagsOf } from "./flags";
import type { QualityFacts, ReportFact } from "./quality-flags";
import { riskOf } from "./risk";

const outcome = (text: string) => ({ type: "skill", text: { en: text }, skills: [] });

function kinds(content: Parameters<typeof aContent>[0], change: Partial<FlagFacts> = {}): string[] {
  const facts: FlagFacts = {
    content: aContent({ quality: [], ects: null, hours: null, outcomes: [], originalLanguage: "en", ...content }),
    hoursPerEcts: { from: 25, to: 30 },
    bounds: { ectsMin: 0.5, ectsMax: 59 },
    coveredStandards: ["esg"],
    copy: undefined,
    neverConfirmed: 0,
    ...change,
  };
  return flagsOf(facts).map(({ kind }) => kind);
}

test("hours fit the credits from 25 to 30 for each, both ends included, rounded to whole hours", () => {
  expect(kinds({ ects: 3, hours: 75 })).toEqual([]);
  expect(kinds({ ects: 3, hours: 90 })).toEqual([]);
  expect(kinds({ ects: 3, hours: 74 })).toEqual(["workload"]);
  expect(kinds({ ects: 3, hours: 91 })).toEqual(["workload"]);
  expect(kinds({ ects: 1.5, hours: 37 })).toEqual([]);
  expect(kinds({ ects: 3, hours: null })).toEqual([]);
});

test("credits keep to the bounds of their day", () => {
  expect(kinds({ ects: 59 })).toEqual([]);
  expect(kinds({ ects: 60 })).toEqual(["bounds"]);
  expect(kinds({ ects: 60 }, { bounds: { ectsMin: 1, ectsMax: 60 } })).toEqual([]);
});

test("a stated standard needs an accreditation of that standard", () => {
  expect(kinds({ quality: ["esg"] })).toEqual([]);
  expect(kinds({ quality: ["esg", "eqavet"] })).toEqual(["quality"]);
  expect(kinds({ quality: ["esg"] }, { coveredStandards: [] })).toEqual(["quality"]);
});

test("verbs speak of another level only where two or more agree and none speaks against it", () => {
  const low = [outcome("Lists the parts of a pump"), outcome("Can name its makers")];
  const high = [outcome("Designs a pump"), outcome("The learner evaluates a design")];
  expect(kinds({ eqf: 7, outcomes: low })).toEqual(["level"]);
  expect(kinds({ eqf: 3, outcomes: low })).toEqual([]);
  expect(kinds({ eqf: 3, outcomes: high })).toEqual(["level"]);
  expect(kinds({ eqf: 7, outcomes: high })).toEqual([]);
  expect(kinds({ eqf: 7, outcomes: [...low, ...high] })).toEqual([]);
  expect(kinds({ eqf: 7, outcomes: low.slice(0, 1) })).toEqual([]);
});

test("copies and sessions are flagged where there are any", () => {
  expect(kinds({}, { copy: { slug: "other", percent: 90 }, neverConfirmed: 2 })).toEqual(["copied", "unconfirmed"]);
});

const words = (from: number, count: number) => Array.from({ length: count }, (_, place) => `word${from + place}`).join(" ");
const print = (text: string) => shinglesOf(aContent({ originalLanguage: "en", summary: {}, outcomes: [], description: { en: text } }));
const share = (a: Set<number>, b: Set<number>) => {
  const [one, other] = [bandsOf(a), bandsOf(b)];
  return one.some((hash, band) => hash === other[band]);
};

test("a text with most of another's words is found by its bands and measured; one with few is not", () => {
  const [whole, copy, other] = [print(words(0, 200)), print(`${words(0, 190)} ${words(900, 10)}`), print(words(500, 200))];
  expect(share(whole, copy)).toBe(true);
  expect(copiedPercent(whole, copy)).toBeGreaterThan(90);
  expect(share(whole, other)).toBe(false);
  expect(copiedPercent(whole, other)).toBeNull();
  expect(copiedPercent(print("too short"), whole)).toBeNull();
});

test("what reopens review weighs more than what does not, and a flag of quality most", () => {
  const base = { isNew: false, reopens: 0, others: 0, flags: [] };
  expect(riskOf(base)).toBe(0);
  expect(riskOf({ ...base, reopens: 1 })).toBeGreaterThan(riskOf({ ...base, others: 9 }));
  expect(riskOf({ ...base, flags: ["quality"] })).toBeGreaterThan(riskOf({ ...base, flags: ["bounds"] }));
  expect(riskOf({ isNew: true, reopens: 1, others: 2, flags: ["level", "unconfirmed"] })).toBe(62);
});

const aReport = (change: Partial<ReportFact> = {}): ReportFact => ({
  agency: "QAI",
  localIdentifier: "R-1",
  decision: "positive",
  valid: { from: "2022-01-01", until: null },
  addresses: ["https://qai.example/r1.pdf"],
  programmes: [],
  ...change,
});
const declares = { standard: "esg", reportUrl: "http://www.qai.example/r1.pdf/", agency: { acronym: "QAI", inEqar: true } };
const reported = (change: Partial<QualityFacts>) => ({
  reported: { day: "2026-01-01", reports: [aReport()], declared: [declares], ...change },
});

test("what quality agencies report is compared only where something of theirs was ever imported", () => {
  expect(kinds({ quality: ["esg"] })).toEqual([]);
  expect(kinds({ quality: ["esg"] }, reported({}))).toEqual([]);
  expect(kinds({ quality: ["esg"] }, reported({ reports: [] }))).toEqual(["unreported"]);
  expect(kinds({ quality: ["other"] }, reported({ reports: [] }))).toEqual([]);
});

test("a negative or ended report puts nothing in force, and speaks against the accreditation that rests on it", () => {
  const negative = aReport({ decision: "negative" });
  const ended = aReport({ valid: { from: "2020-01-01", until: "2026-01-01" } });
  for (const one of [negative, ended])
    expect(kinds({ quality: ["esg"] }, reported({ reports: [one] }))).toEqual(["unreported", "contradicted"]);
  expect(kinds({ quality: ["esg"] }, reported({ reports: [aReport(), aReport({ ...negative, addresses: [] })] }))).toEqual([]);
  expect(kinds({ quality: ["esg"] }, reported({ reports: [aReport({ valid: { from: "2026-01-01", until: "2026-01-02" } })] }))).toEqual([]);
});

test("an agency that is not in EQAR is asked about for ESG alone", () => {
  const outside = { ...declares, agency: { acronym: "OLDQ", inEqar: false } };
  expect(kinds({}, reported({ declared: [outside] }))).toEqual(["agency"]);
  expect(kinds({}, reported({ declared: [{ ...outside, standard: "eqavet" }] }))).toEqual([]);
  expect(kinds({}, reported({ declared: [{ ...outside, agency: null }] }))).toEqual([]);
});

test("a programme of the same title is of the same level and workload", () => {
  const about = (cycle: 0 | 1 | 2 | 3 | null, ects: number | null) =>
    reported({ reports: [aReport({ programmes: [{ names: ["WOUND  care"], cycle, ects }] })] });
  const content = { title: { en: "Wound care" }, eqf: 6, ects: 5, hours: null };
  expect(kinds(content, about(1, 5))).toEqual([]);
  expect(kinds(content, about(null, null))).toEqual([]);
  expect(kinds(content, about(2, 5))).toEqual(["programme"]);
  expect(kinds(content, about(1, 6))).toEqual(["programme"]);
  expect(kinds({ ...content, title: { en: "Wounds" } }, about(2, 6))).toEqual([]);
});
