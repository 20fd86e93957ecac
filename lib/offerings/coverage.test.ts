import { expect, it } from "vitest";
import type { AccreditationFact } from "@/lib/visibility/visibility";
import { coverageOn } from "./coverage";

const held: AccreditationFact = {
  key: "a",
  eqfLevels: [4, 5],
  fields: ["07"],
  settings: ["formal"],
  jurisdictions: ["BE2"],
  offeringId: null,
  effect: "full",
  effectOn: null,
  valid: { from: "2024-01-01", until: "2027-04-01" },
};
const content = { eqf: 4, fields: ["0715"], setting: "formal" } as const;
const codes = (accreditations: AccreditationFact[], change: object = {}, { day = "2026-11-25", nuts = "BE213" } = {}) =>
  coverageOn(day, accreditations, nuts)("o", { ...content, fields: [...content.fields], ...change } as never).map(({ code }) => code);

it("lets be published what an accreditation in force covers in all its parts", () => {
  expect(codes([held])).toEqual([]);
  expect(codes([held], { eqf: 6 })).toEqual(["outOfScopeLevel"]);
  expect(codes([held], { eqf: 6, fields: ["0715", "0613"] })).toEqual(["outOfScopeLevel", "outOfScopeField"]);
  expect(codes([held], { setting: "non-formal" })).toEqual(["outOfScopeSetting"]);
  expect(codes([held], {}, { nuts: "BE32B" })).toEqual(["outOfScopeRegion"]);
  expect(codes([{ ...held, offeringId: "another" }])).toEqual(["outOfScopeOffering"]);
});

it("names what the closest one lacks, and nothing where another covers it", () => {
  const wide = { ...held, key: "b", eqfLevels: null, fields: ["06"] };
  expect(codes([held, wide], { eqf: 6, fields: ["0613"] })).toEqual([]);
  expect(codes([held, wide], { eqf: 6 })).toHaveLength(1);
});

it("asks of the day on which it would hold", () => {
  expect(codes([held], {}, { day: "2023-12-31" })).toEqual(["notAccreditedNow"]);
  expect(codes([held], {}, { day: "2027-04-01" })).toEqual(["notAccreditedNow"]);
  expect(codes([{ ...held, effect: "withdrawn" }])).toEqual(["notAccreditedNow"]);
  const ending = { ...held, effect: "teach-out" as const, effectOn: "2026-12-31" };
  expect(codes([ending])).toEqual([]);
  expect(codes([ending], {}, { day: "2027-01-01" })).toEqual(["notAccreditedNow"]);
});

it("says nothing of what has no level or field yet", () => {
  expect(codes([], { eqf: null })).toEqual([]);
  expect(codes([], { fields: [] })).toEqual([]);
});
