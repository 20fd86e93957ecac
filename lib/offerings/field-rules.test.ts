import { expect, test } from "vitest";
import { aContent } from "@/lib/testing/records";
import { offeringContent } from "./content";
import { consequencesOf, fieldRules, shownMark } from "./field-rules";
import { comparedFields } from "./what-changed";

const live = aContent();

test("every field of the content has its rule", () => {
  expect(Object.keys(fieldRules).sort()).toEqual(Object.keys(offeringContent.shape).sort());
  expect(Object.keys(comparedFields).every((field) => field in fieldRules)).toBe(true);
});

test("level, field, credits, assessment and quality reopen the review, and texts do not", () => {
  const reopens = Object.entries(fieldRules).flatMap(([field, rule]) => (rule.reopensReview ? [field] : []));
  for (const field of ["eqf", "cycle", "fields", "ects", "hours", "assessment", "supervision", "quality", "awardingBodies"])
    expect(reopens).toContain(field);
  for (const field of ["title", "summary", "keywords", "prerequisites", "contact"]) expect(reopens).not.toContain(field);
});

test("other ECTS make a new offering, and say so at the field that does it", () => {
  const { step, because, changes, told } = consequencesOf(live, { ...live, ects: 5, summary: { en: "More" } });
  expect({ step, because }).toEqual({ step: "new-offering", because: ["ects"] });
  expect(changes.map(({ field, makes, reopensReview }) => [field, makes, reopensReview])).toEqual([
    ["summary", "new-version", false],
    ["ects", "new-offering", true],
  ]);
  expect(told).toEqual(["credential", "information"]);
});

test("outcomes decide only where they are substantially other", () => {
  const outcome = (en: string) => [{ type: "skill", text: { en }, skills: [] }];
  expect(consequencesOf(live, { ...live, outcomes: outcome("Reads a soil sample well") })).toMatchObject({
    step: "new-version",
    because: [],
  });
  const other = consequencesOf(live, { ...live, outcomes: outcome("Welds aluminium") });
  expect(other).toMatchObject({ step: "new-offering", because: ["outcomes"], changes: [{ makes: "new-offering" }] });
});

test("what concerns nobody is told to nobody, and the first version replaces nothing", () => {
  expect(consequencesOf(live, { ...live, keywords: { en: ["soil"] } })).toMatchObject({
    step: "new-version",
    told: [],
    reopensReview: false,
  });
  expect(consequencesOf(null, live)).toEqual({ step: "new-version", because: [], changes: [], reopensReview: false, told: [] });
  expect(consequencesOf(live, { ...live })).toMatchObject({ step: "unchanged", changes: [] });
});

test("the mark of a state is its own: the same words after another version are another state", () => {
  expect(shownMark(1, live)).toBe(shownMark(1, { ...live, title: { ...live.title } }));
  expect(new Set([shownMark(null, live), shownMark(1, live), shownMark(2, live), shownMark(1, { ...live, eqf: 6 })]).size).toBe(4);
});
